import type { Socket } from 'socket.io-client'
import { expect, test } from 'vitest'
import { type PlaybackAction, roomActions } from '@/components/room/room-actions'
import { english } from '@/lib/language/text'
import { roomSnapshot } from '@/tests/factories/room-snapshot'

const playback = { version: 9, queueId: 'night-ferry', isPlaying: true, positionMs: 0, at: 0 }

async function sentBy(action: PlaybackAction, positionMs?: number) {
  const sent: object[] = []
  const emitWithAck = async (_name: string, message: object) => {
    sent.push(message)
    return { ok: true }
  }
  const socket = { connected: true, timeout: () => ({ emitWithAck }) } as unknown as Socket
  const latest = () => roomSnapshot({ playback })
  await roomActions(english, { code: 'K7M2QX', socket, dispatch: () => {}, latest }).command(action, positionMs)
  return sent
}

test.each([
  ['skip', undefined, { action: 'skip', queueId: 'night-ferry' }],
  ['seek', 41_999.6, { action: 'seek', queueId: 'night-ferry', positionMs: 42_000 }],
] as const)('%s is meant for the song that the person sees, and for no other', async (action, positionMs, message) => {
  expect(await sentBy(action, positionMs)).toEqual([message])
})

test.each(['play', 'pause'] as const)('%s is meant for whatever is on', async (action) => {
  expect(await sentBy(action)).toEqual([{ action }])
})
