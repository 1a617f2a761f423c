import { expect, test } from 'vitest'
import { depthOf, ONLY_THE_ROOM, type Shown, stepTo } from '@/components/room/shown'

const now: Shown = { ...ONLY_THE_ROOM, view: 'now' }
const people: Shown = { ...ONLY_THE_ROOM, overlay: 'people' }
const syncOverNow: Shown = { ...now, overlay: 'sync' }
const askingOverPeople: Shown = { ...people, isAsking: true }

test('what opens over the room is an entry of the history, and what replaces it is the same one', () => {
  expect(stepTo(ONLY_THE_ROOM, ONLY_THE_ROOM)).toBe(null)
  expect(stepTo(ONLY_THE_ROOM, people)).toEqual({ push: [people] })
  expect(stepTo(people, { ...people, overlay: 'share' })).toEqual({ replace: { ...people, overlay: 'share' } })
  expect(stepTo(now, syncOverNow)).toEqual({ push: [syncOverNow] })
  expect(stepTo(ONLY_THE_ROOM, syncOverNow)).toEqual({ push: [now, syncOverNow] })
  expect(stepTo(people, askingOverPeople)).toEqual({ push: [askingOverPeople] })
})

test('what closes takes back as many entries as it had', () => {
  expect(stepTo(people, ONLY_THE_ROOM)).toEqual({ go: -1 })
  expect(stepTo(syncOverNow, now)).toEqual({ go: -1 })
  expect(stepTo(syncOverNow, ONLY_THE_ROOM)).toEqual({ go: -2 })
  expect(stepTo(askingOverPeople, people)).toEqual({ go: -1 })
  expect([ONLY_THE_ROOM, people, syncOverNow, { ...syncOverNow, isAsking: true }].map(depthOf)).toEqual([0, 1, 2, 3])
})
