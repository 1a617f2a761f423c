import { expect, test } from 'vitest'
import { leadFor } from '@/server/realtime/lead'

const lead = (...roundTrips: (number | undefined)[]) =>
  leadFor(roundTrips.map((roundTripMs) => ({ data: roundTripMs === undefined ? {} : { roundTripMs } })))

test('a start lies 150 ms ahead where everybody is near, or nobody has said how far', () => {
  expect(lead()).toBe(150)
  expect(lead(undefined, 3, 40)).toBe(150)
})

test('it waits for the slowest healthy listener, up to 600 ms', () => {
  expect(lead(5, 200)).toBe(230)
  expect(lead(5, 980)).toBe(600)
})

test('somebody with a hopeless line is not waited for', () => {
  expect(lead(5, 4000)).toBe(150)
})
