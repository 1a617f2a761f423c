import { afterAll } from 'vitest'
import { closeBus, subscribe } from '@/lib/bus'
import type { RoomEvent } from '@/lib/events'

const heard = new Map<string, RoomEvent[]>()
const unsubscribe = await subscribe((message) => {
  if ('event' in message) heard.set(message.roomId, [...(heard.get(message.roomId) ?? []), message.event])
})

afterAll(async () => {
  await unsubscribe()
  await closeBus()
})

/** What a room's browsers were told so far in this test file. */
export const eventsOf = (roomId: string): RoomEvent[] => heard.get(roomId) ?? []
