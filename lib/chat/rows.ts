import type { ChatMessage } from './schema'

export type MessageRow = { id: string; memberId: string; displayName: string; text: string; createdAt: Date }

export function messageOf({ id, createdAt, ...message }: MessageRow): ChatMessage {
  return { messageId: id, ...message, at: createdAt.toISOString() }
}
