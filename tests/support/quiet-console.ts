import { afterEach, expect, vi } from 'vitest'

// Whatever complains on console.error is a failure.
const complaints = vi.spyOn(console, 'error')

afterEach(() => {
  const calls = complaints.mock.calls.map((call) => call.join(' '))
  complaints.mockClear()
  expect(calls, 'console.error was called').toEqual([])
})
