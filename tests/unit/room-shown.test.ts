import { expect, test } from 'vitest'
import { depthOf, ONLY_THE_ROOM, type Shown, stepTo } from '@/components/room/shown'

const now: Shown = { overlay: null, view: 'now' }
const people: Shown = { overlay: 'people', view: 'queue' }
const syncOverNow: Shown = { overlay: 'sync', view: 'now' }

test('what opens over the room is an entry of the history, and what replaces it is the same one', () => {
  expect(stepTo(ONLY_THE_ROOM, ONLY_THE_ROOM)).toBe(null)
  expect(stepTo(ONLY_THE_ROOM, people)).toEqual({ push: [people] })
  expect(stepTo(people, { ...people, overlay: 'share' })).toEqual({ replace: { ...people, overlay: 'share' } })
  expect(stepTo(now, syncOverNow)).toEqual({ push: [syncOverNow] })
  expect(stepTo(ONLY_THE_ROOM, syncOverNow)).toEqual({ push: [now, syncOverNow] })
})

test('what closes takes back as many entries as it had', () => {
  expect(stepTo(people, ONLY_THE_ROOM)).toEqual({ go: -1 })
  expect(stepTo(syncOverNow, now)).toEqual({ go: -1 })
  expect(stepTo(syncOverNow, ONLY_THE_ROOM)).toEqual({ go: -2 })
  expect([ONLY_THE_ROOM, people, syncOverNow].map(depthOf)).toEqual([0, 1, 2])
})
