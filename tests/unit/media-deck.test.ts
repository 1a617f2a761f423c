import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MediaDeck } from '@/components/player/media-deck'
import { FIRST_MEDIA_LAG } from '@/components/player/media-start'
import type { ReadySound } from '@/components/player/sound-output'

/** A media element that loads, or does not, as told. */
class ImaginedAudio extends EventTarget {
  static made: ImaginedAudio[] = []
  paused = true
  seeking = false
  ended = false
  readyState = 4
  currentTime = 0
  playbackRate = 1
  loads = 0
  src = ''
  constructor() {
    super()
    ImaginedAudio.made.push(this)
  }
  load() {
    this.loads += 1
    this.paused = true
  }
  async play() {
    this.paused = false
  }
  pause() {
    this.paused = true
  }
  removeAttribute() {}
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'], now: 0 })
  ImaginedAudio.made = []
  vi.stubGlobal('Audio', ImaginedAudio)
  vi.stubGlobal('HTMLMediaElement', { HAVE_FUTURE_DATA: 3 })
  vi.stubGlobal(
    'MediaElementAudioSourceNode',
    class {
      connect() {}
      disconnect() {}
    },
  )
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function open() {
  const clock = { performanceTimeAt: () => performance.now() + 20 }
  const sound = { context: { currentTime: 0 }, clock, gain: {}, mediaLag: { ...FIRST_MEDIA_LAG } }
  const deck = new MediaDeck(sound as unknown as ReadySound, '/media/youtube/ferry_00001')
  const [element] = ImaginedAudio.made
  if (!element) throw new Error('No element was made.')
  return { deck, element }
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

test('a stream that broke off is loaded anew, ever more seldom, whatever it is told meanwhile', async () => {
  const { deck, element } = open()
  const fail = () => element.dispatchEvent(new Event('error'))
  fail()
  expect([deck.hasFailed, deck.isIdle()]).toEqual([true, false])
  deck.play(1000, 0)
  deck.stop(1500)
  deck.glide(1.001, 500)
  await pass(2000)
  expect(element.loads).toBe(1)
  for (const restMs of [4000, 8000, 16_000, 30_000, 30_000]) {
    const { loads } = element
    fail()
    await pass(restMs - 1)
    expect(element.loads).toBe(loads)
    await pass(1)
    expect(element.loads).toBe(loads + 1)
  }
  element.dispatchEvent(new Event('canplay'))
  // Idle, so that whoever steers it puts it where it belongs.
  expect([deck.hasFailed, deck.isIdle()]).toEqual([false, true])
  deck.play(performance.now() + 500, element.currentTime * 1000)
  await pass(1000)
  expect(element.paused).toBe(false)
})

test('nothing is loaded any more once the deck has been disposed of', async () => {
  const { deck, element } = open()
  element.dispatchEvent(new Event('error'))
  deck.dispose()
  const { loads } = element
  element.dispatchEvent(new Event('error'))
  await pass(100_000)
  expect(element.loads).toBe(loads)
})
