import { Band } from '../score/band'
import { arpeggio, bassline, beats, changes, held, melody, shift } from '../score/events'
import { strings, subBass } from '../score/voices-analogue'
import { felt, glass } from '../score/voices-struck'
import type { DemoSong } from './song'
import { sea } from './textures'

const A = 'Em9:8 Cmaj9:8 Gadd9/B:8 D69:8'
const B = 'Am9:8 Em9:8 Cmaj9:8 Bm7:4 D69:4'
const TUNE = `-:2 B4:2 | E5:3! F#5 | G5:4 | -:2 E5 D5 | B4:4 | -:2 D5 G5! | F#5:3 E5 | D5:2 A4:2`
const BRIDGE = `C5:2 E5:2 | G5:3! A5 | B5:4 | -:1 G5 F#5 E5 | E5:2 D5:2 | C5 G5:3! | F#5:3 E5 | D5:4`

/** Dunes at seven in the evening: strings that open, a felt piano, bells far off. */
export const lowSun: DemoSong = {
  slug: 'low-sun',
  id: '854b68d4-4e02-5ecb-a987-471bee06de0d',
  title: 'Low Sun, Long Shadow',
  artist: 'Marram',
  album: 'Shoreline Studies',
  genre: 'Ambient',
  bpm: 72,
  key: 'Em',
  perform() {
    const band = new Band({
      bpm: 72,
      bars: 30,
      reverb: { seconds: 4.5, dull: 0.3 },
      echo: { beats: 1.5, feedback: 0.5 },
      fadeIn: 3,
      fadeOut: 13,
      seed: 37,
    })
    const intro = changes('Em9:8', { centre: 60 })
    const first = changes(A, { at: 8, centre: 60 })
    const bridge = changes(B, { at: 40, centre: 62 })
    const second = changes(A, { at: 72, centre: 60 })
    const outro = changes('Em9:8 Em9:8', { at: 104, centre: 60 })
    const all = [...intro, ...first, ...bridge, ...second, ...outro]

    band.drum('softKick', beats('5.......', { at: 40, bars: 16 }), { gain: 0.5, reverb: 0.3 })
    band.drum('shaker', beats('..2...3...2...4.', { at: 40, bars: 16 }), { gain: 0.09, pan: 0.5, reverb: 0.5 })
    band.drum('tom', beats('............4.3.', { at: 56, bars: 8 }), { gain: 0.3, pan: -0.3, reverb: 0.7 })
    band.play(subBass, bassline([...first, ...bridge, ...second], '1...............', { length: 3.6, velocity: 0.6 }), {
      gain: 0.42,
    })
    band.play(strings, held(all, { velocity: 0.55 }), { gain: 0.5, reverb: 0.55 })
    band.play(strings, shift(held([...bridge, ...second], { velocity: 0.4 }), { transpose: 12 }), {
      gain: 0.22,
      reverb: 0.7,
    })
    band.play(glass, arpeggio(all, '..2.....4.....1.....3.......5...', { transpose: 12, velocity: 0.35 }), {
      ...{ gain: 0.34, spread: 0.7, reverb: 0.8, echo: 0.6, loose: 0.03 },
    })
    const tune = [
      ...melody(TUNE, { at: 8 }),
      ...melody(BRIDGE, { at: 40, velocity: 0.75 }),
      ...melody(TUNE, { at: 72 }),
    ]
    band.play(felt, tune, { gain: 0.6, pan: -0.08, reverb: 0.5, echo: 0.25, loose: 0.02 })
    band.play(felt, shift(tune, { transpose: -12, softer: 0.25 }), { gain: 0.35, pan: 0.12, reverb: 0.4, loose: 0.02 })
    band.texture(sea, { gain: 0.12, reverb: 0.1 })
    return band.finish()
  },
}
