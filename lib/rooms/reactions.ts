import { z } from 'zod'

export const reactionKind = z.enum(['heart', 'fire', 'clap', 'laugh', 'wow', 'dance'])
export type ReactionKind = z.infer<typeof reactionKind>
