const LETTERS: Record<string, number> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 }

/** "F#3" → 54. Throws for what is no note. */
export function pitchOf(name: string): number {
  const [, letter = '', sign = '', octave] = /^([A-G])([#b]?)(\d)$/.exec(name) ?? []
  if (octave === undefined) throw new Error(`Not a note: ${name}`)
  return (Number(octave) + 1) * 12 + classOf(letter + sign)
}

function classOf(name: string): number {
  const sign = name[1] === '#' ? 1 : name[1] === 'b' ? -1 : 0
  return ((LETTERS[name[0] ?? ''] ?? 0) + sign + 12) % 12
}

const QUALITIES: Record<string, number[]> = {
  '': [0, 4, 7],
  m: [0, 3, 7],
  '5': [0, 7],
  sus2: [0, 2, 7],
  sus4: [0, 5, 7],
  add9: [0, 4, 7, 14],
  madd9: [0, 3, 7, 14],
  '6': [0, 4, 7, 9],
  m6: [0, 3, 7, 9],
  '69': [0, 4, 9, 14],
  '7': [0, 4, 7, 10],
  '7sus4': [0, 5, 7, 10],
  maj7: [0, 4, 7, 11],
  m7: [0, 3, 7, 10],
  m7b5: [0, 3, 6, 10],
  dim7: [0, 3, 6, 9],
  '9': [0, 4, 10, 14],
  '13': [0, 4, 10, 14, 21],
  '7b9': [0, 4, 10, 13],
  maj9: [0, 4, 11, 14],
  m9: [0, 3, 10, 14],
  m11: [0, 3, 10, 14, 17],
}

export type Chord = { root: number; bass: number; classes: number[] }

/** "Bbmaj9", "G/B": the pitch classes from the root up, and that of the bass. */
export function chordOf(name: string): Chord {
  const [, root = 'C', quality = '', slash] = /^([A-G][#b]?)([^/]*)(?:\/([A-G][#b]?))?$/.exec(name) ?? []
  const steps = QUALITIES[quality]
  if (!steps) throw new Error(`Not a chord: ${name}`)
  return {
    root: classOf(root),
    bass: classOf(slash ?? root),
    classes: steps.map((step) => (classOf(root) + step) % 12),
  }
}

/** The chord's notes where the hand is already: as near to those before as they go, around `centre`. */
export function voiceChord({ classes }: Chord, before: number[], centre: number): number[] {
  let [best, least]: [number[], number] = [[], Number.POSITIVE_INFINITY]
  for (let turn = 0; turn < classes.length; turn++)
    for (let base = centre - 14; base <= centre + 4; base++) {
      const notes = stack([...classes.slice(turn), ...classes.slice(0, turn)], base)
      const cost = distance(notes, before) + Math.abs(mean(notes) - centre) * 0.6 + mud(notes)
      if (cost < least) [best, least] = [notes, cost]
    }
  return best
}

function stack(classes: number[], base: number): number[] {
  const notes: number[] = []
  for (const pitchClass of classes) {
    const above = notes.at(-1) ?? base - 1
    notes.push(above + 1 + ((((pitchClass - above - 1) % 12) + 12) % 12))
  }
  return notes
}

/** How far the fingers move: each note to the nearest of those before. */
function distance(notes: number[], before: number[]): number {
  if (before.length === 0) return 0
  return notes.reduce((sum, note) => sum + Math.min(...before.map((other) => Math.abs(other - note))), 0)
}

/** Narrow steps low down are mud. */
const mud = (notes: number[]) =>
  notes.reduce((sum, note, i) => sum + (i > 0 && note < 55 && note - (notes[i - 1] ?? 0) < 4 ? 6 : 0), 0)

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
