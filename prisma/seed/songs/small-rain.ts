import { Band } from '../score/band'
import { arpeggio, changes, held, melody, shift } from '../score/events'
import { strings } from '../score/voices-analogue'
import { felt } from '../score/voices-struck'
import type { DemoSong } from './song'
import { rain } from './textures'

const A = 'Ebadd9 | Bb/D | Cm7 | Gm7 | Abmaj7 | Eb/G | Fm7 | Bb7sus4'
const B = 'Cm7 | Gm7 | Abmaj7 | Ebadd9 | Fm7 | Cm7 | Abmaj7 | Bb7'
const TUNE = `G5:2! F5 | D5:2 Eb5 | C5:2 D5 | Bb4:3 | C5 Eb5 Ab5! | G5:2 Eb5 | F5:2 Eb5 | F5:3 |
  G5:2! Ab5 | F5:2 D5 | Eb5:2 C5 | D5 Bb4 G4 | C5 Eb5 C5 | Bb4:2 G4 | Ab4 C5 Eb5 | D5:3`
const BRIDGE = `Eb5 D5 C5 | Bb4:2 D5 | C5 Eb5 G5! | Eb5:3 | Ab5:2! G5 | F5 Eb5 C5 | C5 Eb5 Ab5 | G5:2 F5 |
  Eb5 D5 C5 | D5:2 G5! | Ab5 G5 Eb5 | Bb5:2! G5 | Ab5 F5 C5 | Eb5:2 C5 | Ab4 C5 Eb5 | D5 F5 Ab5`

/** A waltz at an upright piano by an open window. */
export const smallRain: DemoSong = {
  slug: 'small-rain',
  id: '1d0fd272-9e22-5ec3-a164-67e80f77c0d1',
  title: 'Small Rain',
  artist: 'Ida Vell',
  album: 'Rooms with Windows',
  genre: 'Neoclassical',
  bpm: 138,
  key: 'Eb',
  perform() {
    const band = new Band({
      bpm: 138,
      bars: 60,
      beatsPerBar: 3,
      reverb: { seconds: 2.2, dull: 0.4 },
      fadeIn: 0.8,
      fadeOut: 10,
      seed: 97,
    })
    const bar = 3
    const intro = changes('Ebadd9 | Bb/D | Cm7 | Abmaj7', { centre: 58, bar })
    const first = changes(`${A} ${A}`, { at: 12, centre: 58, bar })
    const bridge = changes(`${B} ${B}`, { at: 60, centre: 59, bar })
    const second = changes(`${A} ${A}`, { at: 108, centre: 58, bar })
    const outro = changes('Ebadd9 | Bb/D | Cm7 | Abmaj7 | Ebadd9:12', { at: 156, centre: 58, bar })
    const all = [...intro, ...first, ...bridge, ...second, ...outro]

    const left = all.map(({ at, bass }) => ({ at, length: 2.6, pitch: bass + 12, velocity: 0.55 }))
    band.play(felt, left, { gain: 0.55, pan: -0.25, reverb: 0.25, loose: 0.014 })
    band.play(felt, arpeggio(all, '....1...2...', { length: 1.1, velocity: 0.34 }), {
      ...{ gain: 0.45, pan: -0.12, reverb: 0.25, loose: 0.014 },
    })
    band.play(felt, arpeggio(all, '....3...3...', { length: 1.1, velocity: 0.3 }), {
      gain: 0.4,
      pan: -0.06,
      reverb: 0.25,
      loose: 0.016,
    })
    const tune = [
      ...melody(TUNE, { at: 12 }),
      ...melody(BRIDGE, { at: 60, velocity: 0.72 }),
      ...melody(TUNE, { at: 108 }),
    ]
    band.play(felt, tune, { gain: 0.62, pan: 0.18, reverb: 0.35, loose: 0.022 })
    band.play(felt, shift(melody(BRIDGE, { at: 60, velocity: 0.45 }), { transpose: 12 }), {
      gain: 0.25,
      pan: 0.3,
      reverb: 0.5,
      loose: 0.02,
    })
    band.play(strings, held([...bridge, ...second], { velocity: 0.4 }), { gain: 0.24, reverb: 0.5 })
    band.texture(rain, { gain: 0.06 })
    return band.finish()
  },
}
