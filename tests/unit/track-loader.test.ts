import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { TrackLoader } from '@/components/player/track-loader'

const network = { isAway: true, asked: [] as string[] }
const decoded = {} as AudioBuffer

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', new EventTarget())
  Object.assign(network, { isAway: true, asked: [] })
  vi.stubGlobal('fetch', async (url: string) => {
    network.asked.push(url)
    if (network.isAway) throw new TypeError('Failed to fetch')
    return new Response('sound')
  })
})
afterEach(() => {
  vi.useRealTimers()
})

const open = () =>
  new TrackLoader(
    async () => decoded,
    () => {},
  )

test('a song is fetched as soon as the network is back, and not when the next try would have been (Festify#329)', async () => {
  const loader = open()
  loader.keep(['/media/a'])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(loader.state('/media/a')).toBe('loading')
  network.isAway = false
  network.asked = []
  window.dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(10)
  expect(network.asked).toEqual(['/media/a'])
  expect(loader.buffer('/media/a')).toBe(decoded)
})

test('a song that nobody wants any more holds up no other', async () => {
  const loader = open()
  loader.keep(['/media/a', '/media/b'])
  await vi.advanceTimersByTimeAsync(60_000)
  network.isAway = false
  loader.keep(['/media/c', '/media/d'])
  await vi.advanceTimersByTimeAsync(10)
  expect(['/media/c', '/media/d'].map((url) => loader.state(url))).toEqual(['ready', 'ready'])
  expect(network.asked).not.toContain('/media/b')
})
