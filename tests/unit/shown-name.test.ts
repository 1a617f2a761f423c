import { expect, test } from 'vitest'
import { joinRoomInput } from '@/lib/rooms/schema'
import { shownName } from '@/lib/shown-name'

const name = shownName(40, 'Type a name.')

test.each(['Maya', ' Leo ', 'أمينة', '李', '👩‍👩‍👧', 'Zoë 🎧', 'O’Neil-Straße 3'])('%s is a name', (text) => {
  expect(name.safeParse(text).data).toBe(text.trim())
})

test.each([
  ['nothing', ''],
  ['spaces', ' \u00A0\u3000 '],
  ['what has no width', '\u200B\u200B'],
  ['letters that draw nothing', '\u3164\u2800'],
  ['what turns text around', '\u202Eevil'],
  ['a line of its own', 'Maya\nLeo'],
  ['too much', 'x'.repeat(41)],
])('%s is none', (_, text) => {
  expect(name.safeParse(text).success).toBe(false)
  expect(joinRoomInput.safeParse({ displayName: text }).success).toBe(false)
})
