import { chordOf, pitchOf, voiceChord } from './pitch'

/** Something to play, in beats from the song's start. */
export type Event = { at: number; length: number; pitch: number; velocity: number }

/**
 * A melody as text: "E5:1.5 - :0.5 G5 A5:2!" is note, length in beats (1 if none), "!" for stress;
 * "-" rests, "|" only helps to read.
 */
export function melody(text: string, { at = 0, velocity = 0.7, transpose = 0 } = {}): Event[] {
  const events: Event[] = []
  let beat = at
  for (const token of text.split(/[\s|]+/).filter(Boolean)) {
    const [, name = '', beats = '1', stress] = /^([A-G][#b]?\d|-)(?::([\d.]+))?(!?)$/.exec(token) ?? []
    if (!name) throw new Error(`Not in a melody: ${token}`)
    const length = Number(beats)
    if (name !== '-')
      events.push({
        at: beat,
        length,
        pitch: pitchOf(name) + transpose,
        velocity: Math.min(1, velocity + (stress ? 0.18 : 0)),
      })
    beat += length
  }
  return events
}

/** One chord for a number of beats. */
export type Change = { at: number; length: number; notes: number[]; bass: number }

/** "Dm9 | Bbmaj7:2 C:2": chords with voices led from one to the next, a bar each unless beats are given. */
export function changes(text: string, { at = 0, centre = 60, bar = 4, before = [] as number[] } = {}): Change[] {
  const result: Change[] = []
  let [beat, hand] = [at, before]
  for (const token of text.split(/[\s|]+/).filter(Boolean)) {
    const [name = '', beats] = token.split(':')
    const chord = chordOf(name)
    const length = Number(beats ?? bar)
    hand = voiceChord(chord, hand, centre)
    result.push({ at: beat, length, notes: hand, bass: 36 + ((chord.bass + 12 - 4) % 12) + 4 - 12 })
    beat += length
  }
  return result
}

/** Chords held through, a little apart so that they breathe. */
export function held(chords: Change[], { velocity = 0.6, share = 0.97 } = {}): Event[] {
  return chords.flatMap(({ at, length, notes }) =>
    notes.map((pitch) => ({ at, length: length * share, pitch, velocity })),
  )
}

/** Chords struck where a pattern has an "x" (stressed "X"), sixteen signs a bar of four. */
export function comped(chords: Change[], pattern: string, { velocity = 0.6, length = 0.4, strum = 0 } = {}): Event[] {
  return chords.flatMap((chord) =>
    steps(pattern, chord).flatMap(({ at, stress }) =>
      chord.notes.map((pitch, i) => ({ at: at + i * strum, length, pitch, velocity: velocity + stress })),
    ),
  )
}

/** The chord's notes one by one: digits of the pattern count from its lowest, over the octave where it runs out. */
export function arpeggio(
  chords: Change[],
  pattern: string,
  { velocity = 0.6, length = 0.5, transpose = 0 } = {},
): Event[] {
  return chords.flatMap((chord) =>
    steps(pattern, chord).map(({ at, sign, stress }) => {
      const index = Number.parseInt(sign, 36)
      const note = chord.notes[index % chord.notes.length] ?? 60
      const pitch = note + 12 * Math.floor(index / chord.notes.length) + transpose
      return { at, length, pitch, velocity: velocity + stress + (at % 1 === 0 ? 0.08 : 0) }
    }),
  )
}

/** The bass under the chords: "1" root, "5" fifth, "8" octave, "3" third of the scale below the next root's approach. */
export function bassline(
  chords: Change[],
  pattern: string,
  { velocity = 0.75, length = 0.45, transpose = 0 } = {},
): Event[] {
  const above: Record<string, number> = { '1': 0, '5': 7, '8': 12, '4': 5, '2': 2, '7': 10, '0': -12 }
  return chords.flatMap((chord, i) =>
    steps(pattern, chord).map(({ at, sign, stress }) => {
      const next = chords[i + 1]?.bass ?? chord.bass
      // "a" leads into the next chord from a half-step below.
      const pitch = sign === 'a' ? next - 1 : chord.bass + (above[sign] ?? 0)
      return { at, length, pitch: pitch + transpose, velocity: velocity + stress }
    }),
  )
}

/** Hits where the pattern has a sign: digits 1–9 and "x" (7) say how hard. Repeats through `bars`. */
export function beats(
  pattern: string,
  { at = 0, bars = 1, bar = 4 }: { at?: number; bars?: number; bar?: number },
): Event[] {
  const step = bar / pattern.length
  return Array.from({ length: bars }, (_, n) =>
    [...pattern].flatMap((sign, i) => {
      if (sign === '.') return []
      const velocity = (sign === 'x' ? 7 : sign === 'X' ? 9 : Number(sign)) / 9
      return [{ at: at + n * bar + i * step, length: step, pitch: 0, velocity }]
    }),
  ).flat()
}

export const shift = (events: Event[], { at = 0, transpose = 0, softer = 0 }): Event[] =>
  events.map((event) => ({
    ...event,
    at: event.at + at,
    pitch: event.pitch + transpose,
    velocity: event.velocity - softer,
  }))

function steps(pattern: string, { at, length }: Change) {
  const signs = [...pattern]
  const step = 0.25
  const count = Math.round(length / step)
  return Array.from({ length: count }, (_, i) => ({ at: at + i * step, sign: signs[i % signs.length] ?? '.' }))
    .filter(({ sign }) => sign !== '.')
    .map((s) => ({ ...s, stress: s.sign === 'X' ? 0.15 : 0 }))
}
