// Runs inside a page: a deck on a real AudioContext, and an ear at its output. The song is a straight line from 0 to 1,
// so that each sample says at which place of the song it is.
import { AudioClock } from '@/components/player/audio-clock'
import { BufferDeck } from '@/components/player/buffer-deck'
import type { Deck } from '@/components/player/deck'
import { MediaDeck } from '@/components/player/media-deck'
import { FIRST_MEDIA_LAG } from '@/components/player/media-start'
import type { ReadySound } from '@/components/player/sound-output'

export type Kind = 'decoded' | 'streamed'
/** How far off the place is that was asked for, ms, as the samples say and as the deck says; null in silence. */
export type Heard = { earMs: number | null; deckMs: number | null }

const [RATE, SECONDS] = [48_000, 30]
const [CLOCK_MS, READ_MS] = [100, 40]
const SILENT = 1e-4

let deck: Deck
let sound: ReadySound
let ear: AnalyserNode
let wanted = { atMs: 0, positionMs: 0 }

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export async function open(kind: Kind): Promise<void> {
  const context = new AudioContext({ latencyHint: 'playback' })
  const gain = new GainNode(context)
  ear = new AnalyserNode(context, { fftSize: 32 })
  gain.connect(ear).connect(context.destination)
  sound = { context, gain, clock: new AudioClock(context), mediaLag: { ...FIRST_MEDIA_LAG } }
  await context.resume()
  setInterval(() => sound.clock.read(), CLOCK_MS)
  while (!sound.clock.isReady) await sleep(CLOCK_MS)
  const wav = straightLine()
  deck =
    kind === 'decoded'
      ? new BufferDeck(sound, await context.decodeAudioData(wav))
      : new MediaDeck(sound, URL.createObjectURL(new Blob([wav], { type: 'audio/wav' })))
}

/** Asks for a place in so many ms, which may have passed. */
export function play(inMs: number, positionMs: number): void {
  wanted = { atMs: performance.now() + inMs, positionMs }
  deck.play(wanted.atMs, positionMs)
}

export const stop = (inMs: number) => deck.stop(performance.now() + inMs)
export const glide = (rate: number, forMs: number) => deck.glide(rate, forMs)
export const dispose = () => deck.dispose()

/** What the deck says of an instant in so many ms. */
export function ask(inMs = 0) {
  const atMs = performance.now() + inMs
  const steadyInMs = deck.steadyFromMs() - performance.now()
  const soonestInMs = deck.soonestMs() - performance.now()
  return {
    isSilent: deck.positionAt(atMs) === null,
    rate: deck.rateAt(atMs),
    isIdle: deck.isIdle(),
    steadyInMs,
    soonestInMs,
  }
}

/** The medians of a while; silence is when most of it was. */
export async function listen(forMs: number): Promise<Heard> {
  const readings: Heard[] = []
  for (const until = performance.now() + forMs; performance.now() < until; await sleep(READ_MS)) readings.push(read())
  return { earMs: median(readings.map(({ earMs }) => earMs)), deckMs: median(readings.map(({ deckMs }) => deckMs)) }
}

function read(): Heard {
  const samples = new Float32Array(ear.fftSize)
  ear.getFloatTimeDomainData(samples)
  const sample = samples.at(-1) ?? 0
  const atMs = sound.clock.performanceTimeAt(sound.context.currentTime)
  const placeMs = wanted.positionMs + atMs - wanted.atMs
  const toldMs = deck.positionAt(atMs)
  return {
    earMs: sample < SILENT ? null : sample * SECONDS * 1000 - placeMs,
    deckMs: toldMs === null ? null : toldMs - placeMs,
  }
}

function median(values: (number | null)[]): number | null {
  const numbers = values.filter((value) => value !== null).toSorted((a, b) => a - b)
  return numbers.length * 2 > values.length ? (numbers[numbers.length >> 1] ?? null) : null
}

/** A WAV file of 16 bits and one channel. */
function straightLine(): ArrayBuffer {
  const count = RATE * SECONDS
  const bytes = new DataView(new ArrayBuffer(44 + 2 * count))
  const text = (at: number, letters: string) => {
    for (const [i, letter] of [...letters].entries()) bytes.setUint8(at + i, letter.charCodeAt(0))
  }
  text(0, 'RIFF')
  bytes.setUint32(4, 36 + 2 * count, true)
  text(8, 'WAVEfmt ')
  bytes.setUint32(16, 16, true)
  bytes.setUint16(20, 1, true)
  bytes.setUint16(22, 1, true)
  bytes.setUint32(24, RATE, true)
  bytes.setUint32(28, 2 * RATE, true)
  bytes.setUint16(32, 2, true)
  bytes.setUint16(34, 16, true)
  text(36, 'data')
  bytes.setUint32(40, 2 * count, true)
  for (let i = 0; i < count; i++) bytes.setInt16(44 + 2 * i, (32_767 * i) / count, true)
  return bytes.buffer as ArrayBuffer
}
