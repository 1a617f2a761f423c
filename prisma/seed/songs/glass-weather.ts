import { Band } from '../score/band'
import { arpeggio, bassline, beats, changes, held, melody, shift } from '../score/events'
import { pad, strings, subBass } from '../score/voices-analogue'
import { felt, glass } from '../score/voices-struck'
import type { DemoSong } from './song'
import { rain } from './textures'

const A = 'C#m9 | C#m9 | Amaj9 | Amaj9 | F#m9 | F#m9 | G#7sus4 | G#m7'
const B = 'Amaj9 | B69 | C#m9 | Emaj9 | F#m9 | G#m7 | Amaj9 | B69'
const TUNE = `-:1 G#4 C#5 E5 | D#5:3! -:1 | -:1 E5 C#5 B4 | G#4:3 -:1 |
  -:1 A4 C#5 E5 | G#5:2! F#5 E5 | D#5:2 C#5:2 | B4:3 -:1`
const BRIDGE = `E5:1.5! C#5:.5 E5 G#5 | F#5:3 -:1 | E5 G#5 B5:2! | G#5:3 -:1 |
  A5:1.5! G#5:.5 F#5 E5 | D#5:2 B4:2 | C#5 E5 G#5 B5! | A5:2 F#5:2`

/** Hail against a greenhouse: bells in a broken rhythm over a bass that barely moves. */
export const glassWeather: DemoSong = {
  slug: 'glass-weather',
  id: 'e1d7fb2f-2a24-5d06-ac29-776ccbb1594c',
  title: 'Glass Weather',
  artist: 'Pale Signal',
  album: 'Forecasts',
  genre: 'Electronica',
  bpm: 104,
  key: 'C#m',
  perform() {
    const band = new Band({
      bpm: 104,
      bars: 36,
      reverb: { seconds: 3.2, dull: 0.25 },
      echo: { beats: 0.75, feedback: 0.5 },
      fadeIn: 1.5,
      fadeOut: 11,
      seed: 67,
    })
    const intro = changes('C#m9 | C#m9 | Amaj9 | Amaj9', { centre: 61 })
    const first = changes(A, { at: 16, centre: 61 })
    const bridge = changes(B, { at: 48, centre: 62 })
    const second = changes(A, { at: 80, centre: 61 })
    const outro = changes('C#m9 | C#m9 | Amaj9 | Amaj9 | C#m9:16', { at: 112, centre: 61 })
    const all = [...intro, ...first, ...bridge, ...second, ...outro]
    const groove = [...first, ...bridge, ...second]

    band.drum('kick', beats('7..5......6.....', { at: 16, bars: 28 }), { gain: 0.36 })
    band.drum('snare', beats('....5........4..', { at: 32, bars: 24 }), { gain: 0.2, pan: 0.1, reverb: 0.4 })
    band.drum('rim', beats('..3....4..2....3', { at: 48, bars: 20 }), { gain: 0.13, pan: -0.5, reverb: 0.4, echo: 0.3 })
    band.drum('hat', beats('3.4243.43.4243.4', { at: 16, bars: 28 }), { gain: 0.085, pan: 0.35 })
    band.play(subBass, bassline(groove, '1..1......1..5..', { length: 0.7 }), { gain: 0.55, ducks: 0.35 })
    band.play(glass, arpeggio(all, '0..2..3.1..4..2.', { transpose: 12, velocity: 0.5 }), {
      ...{ gain: 0.4, spread: 0.6, reverb: 0.4, echo: 0.45, loose: 0.008 },
    })
    band.play(glass, arpeggio(bridge, '....5..3....6..4', { transpose: 12, velocity: 0.35 }), {
      ...{ gain: 0.28, pan: -0.5, reverb: 0.6, echo: 0.5 },
    })
    band.play(pad, held(all, { velocity: 0.4 }), { gain: 0.36, reverb: 0.4, ducks: 0.35 })
    band.play(strings, shift(held(bridge, { velocity: 0.4 }), { transpose: 12 }), { gain: 0.2, reverb: 0.6 })
    const tune = [
      ...melody(TUNE, { at: 16 }),
      ...melody(BRIDGE, { at: 48, velocity: 0.75 }),
      ...melody(TUNE, { at: 80 }),
    ]
    band.play(felt, tune, { gain: 0.55, pan: 0.05, reverb: 0.35, echo: 0.3, loose: 0.01 })
    band.texture(rain, { gain: 0.05 })
    return band.finish()
  },
}
