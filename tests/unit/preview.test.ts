import { beforeEach, expect, test, vi } from 'vitest'
import { createPreview } from '@/components/room/search/preview'
import { queueItem } from '@/tests/factories/room-snapshot'

/** What a media element does, when told to. */
class ImaginedSound {
  static all: ImaginedSound[] = []
  isPlaying = false
  onended = () => {}
  onerror = () => {}
  fail = (_error: Error) => {}

  constructor(readonly src: string) {
    ImaginedSound.all.push(this)
  }

  play() {
    this.isPlaying = true
    return new Promise<void>((_resolve, reject) => {
      this.fail = reject
    })
  }

  pause() {
    this.isPlaying = false
  }
}

const [first, second] = [queueItem().track, queueItem().track]

function open() {
  const heard: (string | null)[] = []
  return { heard, ...createPreview((track) => heard.push(track?.id ?? null)) }
}

beforeEach(() => {
  ImaginedSound.all = []
  vi.stubGlobal('Audio', ImaginedSound)
})

test('one song after the other is heard, and in the end none', () => {
  const { heard, toggle } = open()
  toggle(first)
  toggle(second)
  expect(ImaginedSound.all.map(({ isPlaying }) => isPlaying)).toEqual([false, true])
  toggle(second)
  expect(heard).toEqual([first.id, second.id, null])
  expect(ImaginedSound.all.some(({ isPlaying }) => isPlaying)).toBe(false)
})

test('what comes late from one song does not end the next', async () => {
  const { heard, toggle } = open()
  toggle(first)
  toggle(second)
  const [late] = ImaginedSound.all
  late?.fail(new Error('interrupted'))
  late?.onended()
  await Promise.resolve()
  expect(heard).toEqual([first.id, second.id])
})

test('the end, an error and leaving end it once', () => {
  for (const end of ['onended', 'onerror', 'stop'] as const) {
    const { heard, toggle, stop } = open()
    toggle(first)
    if (end === 'stop') stop()
    else ImaginedSound.all.at(-1)?.[end]()
    stop()
    expect(heard, end).toEqual([first.id, null])
  }
})
