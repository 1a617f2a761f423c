import type { ReactElement } from 'react'
import type { Socket } from 'socket.io-client'
import { toast } from 'sonner'
import { afterEach, expect, test, vi } from 'vitest'
import { roomActions } from '@/components/room/room-actions'
import { english } from '@/lib/language/text'
import type { RoomSnapshot } from '@/lib/rooms/schema'
import { queueItem, roomSnapshot } from '@/tests/factories/room-snapshot'

afterEach(() => {
  toast.dismiss()
  vi.unstubAllGlobals()
})

const added = queueItem({ queueId: 'added' })
const another = queueItem()
const { room } = roomSnapshot()
const fair = { room: { ...room, settings: { ...room.settings, queueMode: 'fair' as const } } }
const going = { version: 10, queueId: null, isPlaying: true, positionMs: 0, at: 0 }

/** What the page says of a song that was added, when by then it knows this much of the room. */
async function saidOf(known: Partial<RoomSnapshot>): Promise<string | undefined> {
  const answer = { streamId: added.streamId, queueId: added.queueId, version: 11 }
  vi.stubGlobal('fetch', async () => Response.json(answer, { status: 201 }))
  const context = { code: 'K7M2QX', socket: {} as Socket, dispatch: () => {}, latest: () => roomSnapshot(known) }
  await roomActions(english, context).add(added.track)
  const shown = toast.getToasts().find(({ id }) => id === 'done')
  return (shown as { jsx?: ReactElement<{ message: string }> } | undefined)?.jsx?.props.message
}

test.each<[string, Partial<RoomSnapshot>, string]>([
  ['nothing was ever played, and the answer overtook the event', {}, 'Night Ferry is in. 1st of 1'],
  ['nothing was ever played', { queue: [added] }, 'Night Ferry is in. 1st of 1'],
  ['others wait, and the answer overtook the event', { queue: [another] }, 'Night Ferry is in. 2nd of 2'],
  ['others wait', { queue: [another, added] }, 'Night Ferry is in. 2nd of 2'],
  [
    'one is on',
    { playback: { ...going, queueId: another.queueId }, nowPlaying: another },
    'Night Ferry is in. 1st of 1',
  ],
  ['turns are fair, and the answer overtook the event', { ...fair, queue: [another] }, 'Night Ferry is in'],
  [
    'turns are fair',
    {
      ...fair,
      queue: [
        { ...another, turn: 2 },
        { ...added, turn: 1 },
      ],
    },
    'Night Ferry is in. 1st of 2',
  ],
  ['the music had run out, and the answer overtook the events', { playback: going }, 'Night Ferry is on'],
  ['the music had run out', { playback: going, queue: [added] }, 'Night Ferry is on'],
  ['it has begun', { playback: { ...going, queueId: added.queueId }, nowPlaying: added }, 'Night Ferry is on'],
])('a song that was added is said to be on or to wait as it is: %s', async (_when, known, said) => {
  expect(await saidOf(known)).toBe(said)
})
