import { expect, test } from 'vitest'
import { nextPath, withNext } from '@/components/auth/next-path'

test('signing in leads back to a path on this site', () => {
  expect(nextPath('/r/K7M2QX?tab=people#chat')).toBe('/r/K7M2QX?tab=people#chat')
  expect(nextPath('/?open')).toBe('/?open')
})

test('nobody can send people to another site through the sign-in page', () => {
  const tricks = [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/%5cevil.example\\',
    'javascript:alert(1)',
    'evil.example',
    '',
  ]
  for (const trick of tricks) expect(nextPath(trick), JSON.stringify(trick)).toBe('/')
})

test('a missing or doubled next leads home', () => {
  expect(nextPath(undefined)).toBe('/')
  expect(nextPath(['/a', '/b'])).toBe('/')
})

test('the way to the other form keeps where people wanted to go', () => {
  expect(withNext('/register', '/r/K7M2QX')).toBe('/register?next=%2Fr%2FK7M2QX')
  expect(withNext('/register', '/')).toBe('/register')
})
