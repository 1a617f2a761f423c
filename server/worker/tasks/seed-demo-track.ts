import { z } from 'zod'
import { seedDemoTrack } from '@/prisma/seed/demo'

const payloadSchema = z.object({ slug: z.string() })

export const seedDemo = (payload: unknown) => seedDemoTrack(payloadSchema.parse(payload).slug)
