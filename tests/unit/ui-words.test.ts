import { expect, test } from 'vitest'
import { passwordStrength } from '@/components/auth/password-meter'
import { csvText } from '@/components/stats/csv'
import { wordsFor } from '@/components/ui/since'
import { english } from '@/lib/language/text'

const now = new Date(2026, 10, 20, 12, 0).getTime()
const before = (hours: number) => wordsFor(english, new Date(now - hours * 3_600_000), now)

test('a moment of the past is told in the words that people use', () => {
  expect(before(0.01)).toBe('Now')
  expect(before(0.5)).toBe('30 minutes ago')
  expect(before(1.5)).toBe('An hour ago')
  expect(before(3)).toBe('3 hours ago')
  expect(before(8)).toBe('Today')
  expect(before(20)).toBe('Yesterday')
  expect(before(72)).toBe('Tuesday')
  expect(before(24 * 20)).toBe('31 Oct')
  expect(before(24 * 400)).toBe('16 Oct 2025')
})

test('length makes a password strong, and eight of the same never', () => {
  expect(passwordStrength('')).toBe(0)
  expect(passwordStrength('short')).toBe(1)
  expect(passwordStrength('aaaaaaaaaaaaaaaaaaaaaa')).toBe(1)
  expect(passwordStrength('correct horse battery')).toBe(4)
  expect(passwordStrength('Tr0ub4dor')).toBeLessThan(passwordStrength('Tr0ub4dor&3 and more'))
})

test('a room named like a formula is only text in the file', () => {
  const [, line] = csvText(['room', 'added'], [['=HYPERLINK("http://evil.example")', 1]]).split('\r\n')
  expect(line).toBe(`"'=HYPERLINK(""http://evil.example"")",1`)
})
