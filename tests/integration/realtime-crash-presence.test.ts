import { randomUUID } from 'node:crypto'
import { afterAll, expect, test, vi } from 'vitest'
import { closeBus } from '@/lib/bus'
import type { Presence } from '@/lib/events'
import { Attendances } from '@/server/realtime/presence'
import type { TellRoom } from '@/server/realtime/tell-room'

afterAll(closeBus)

test('who was at a process that crashed is here for 25 s more, unless another process has them', async () => {
  const [roomId, here, lost, back] = [randomUUID(), 'here', 'lost', 'back']
  const told: Presence[] = []
  // Only what a socket server would send to the room.
  const tellRoom: TellRoom = (_roomId, _name, presence) => told.push(presence as Presence)
  const listeners = { membersIn: () => new Map([[here, false]]) }
  const attendances = new Attendances(
    tellRoom,
    listeners,
    () => {},
    () => {},
  )
  attendances.open(roomId)
  const news = (process: string, ids: string[]) =>
    attendances.take(roomId, { process, here: ids, silent: [], gone: [], isAsking: false })
  news('that will crash', [lost, back])
  expect(attendances.present(roomId).listening).toEqual([back, here, lost])

  const now = performance.now.bind(performance)
  const later = vi.spyOn(performance, 'now')
  later.mockImplementation(() => now() + 24_000)
  attendances.refresh()
  expect(attendances.present(roomId).listening).toEqual([back, here, lost])
  news('that lives', [back])
  later.mockImplementation(() => now() + 26_000)
  attendances.refresh()
  later.mockRestore()
  expect(attendances.present(roomId).listening).toEqual([back, here])
  await expect.poll(() => told.at(-1)).toEqual({ listening: [back, here], silent: [] })
  attendances.close(roomId)
})
