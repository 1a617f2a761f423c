import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SkipRecounts } from '@/server/realtime/skip-recounts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Nobody is here, so that a recount is over once it has looked. */
function open() {
  const looks: string[] = []
  const recounts = new SkipRecounts((roomId) => {
    looks.push(roomId)
    return []
  })
  return { recounts, looks }
}

test('the votes to skip are counted anew once nobody has come or gone for a while', async () => {
  const { recounts, looks } = open()
  for (let change = 0; change < 3; change++) {
    recounts.later('kitchen')
    await vi.advanceTimersByTimeAsync(2_000)
  }
  expect(looks).toEqual([])
  await vi.advanceTimersByTimeAsync(2_000)
  expect(looks).toEqual(['kitchen'])
})

test('they are counted also where somebody comes or goes all the time', async () => {
  const { recounts, looks } = open()
  for (let change = 0; change < 20; change++) {
    recounts.later('kitchen')
    await vi.advanceTimersByTimeAsync(3_000)
  }
  expect(looks.length).toBeGreaterThan(3)
  expect(looks.length).toBeLessThan(8)
  recounts.stop()
})
