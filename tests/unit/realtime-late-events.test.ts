import { expect, test } from 'vitest'
import type { RoomEvent } from '@/lib/events'
import { Relay } from '@/server/realtime/relay'

const ROOM = 'kitchen'

function imaginedRelay() {
  const sent: number[] = []
  const acted: number[] = []
  const relay = new Relay(
    (_roomId, _name, event) => sent.push((event as RoomEvent).version),
    (_roomId, { version }) => acted.push(version),
  )
  relay.open(ROOM)
  return { relay, sent, acted }
}

const event = (version: number): RoomEvent => ({ type: 'room:outdated', version })

// Two browsers come at once, and the room changes between the reading of one and that of the other, whose version 7 is
// the first to be here: the older snapshot has version 5.
test.each([
  ['before the newer snapshot', [6, 7, 'begin']],
  ['after it', ['begin', 7, 6]],
  ['around it', [7, 'begin', 6]],
])('what came %s reaches who has the older one', (_, order) => {
  const { relay, sent, acted } = imaginedRelay()
  for (const one of order) {
    if (typeof one === 'number') relay.take(ROOM, event(one))
    else relay.begin(ROOM, 7)
  }
  const heard = new Set([...sent, ...relay.since(ROOM, 5).map(({ version }) => version)])
  expect([...heard].sort()).toEqual([6, 7])
  expect(relay.since(ROOM, 5).map(({ version }) => version)).toEqual([6, 7])
  // A song began, or somebody was put out: that is due whoever has heard of it.
  expect(acted.sort()).toEqual([6, 7])
  expect(relay.remembersSince(ROOM, 5)).toBe(true)
  expect(relay.remembersSince(ROOM, 4)).toBe(false)
})

test('none is passed on twice, whatever comes again', () => {
  const { relay, sent } = imaginedRelay()
  relay.begin(ROOM, 7)
  for (const version of [6, 6, 8, 7, 8, 6, 9, 7]) relay.take(ROOM, event(version))
  expect(sent).toEqual([6, 8, 7, 9])
})
