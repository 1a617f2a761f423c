import { z } from 'zod'
import { uuid } from '@/lib/uuid'
import { tidyLines, VISIBLE } from '@/lib/visible'

/** A room keeps so many. */
export const KEPT_MESSAGES = 200
export const LONGEST_MESSAGE = 500

export type ChatMessage = {
  messageId: string
  memberId: string
  /** Who has left has no other place where their name stands. */
  displayName: string
  text: string
  at: string
}

/** In characters as people count them. Negative for one that is too long. */
export const charactersLeft = (text: string) => LONGEST_MESSAGE - [...tidyLines(text)].length

export const chatInput = z.object({
  /** Made by the sender, so that sending again after a lost answer says it once. */
  messageId: uuid().optional(),
  text: z
    .string()
    .max(LONGEST_MESSAGE * 4)
    .transform(tidyLines)
    .refine((text) => VISIBLE.test(text), 'Type something first.')
    .refine((text) => charactersLeft(text) >= 0, `At most ${LONGEST_MESSAGE} characters.`),
})
export type ChatInput = z.infer<typeof chatInput>
