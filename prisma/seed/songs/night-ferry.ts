import { Band } from '../score/band'
import { arpeggio, bassline, beats, changes, comped, held, melody } from '../score/events'
import { pad, softLead, subBass } from '../score/voices-analogue'
import { glass, rhodes } from '../score/voices-struck'
import type { DemoSong } from './song'
import { sea } from './textures'

const A = 'Dm9 | Bbmaj9 | Fmaj9 | C69 | Dm9 | Bbmaj9 | Gm9 | A7sus4:2 A7:2'
const B = 'Bbmaj9 | C69 | Am7 | Dm9 | Gm9 | Am7 | Bbmaj9 | C69'
const TUNE = `-:1 A4 D5:1.5 E5:.5 | F5:2! E5 D5 | C5:3 -:1 | -:1 E5 D5 C5 |
  A4 D5:2 E5 | F5:1.5! G5:.5 F5 D5 | Bb4:2 D5 C5 | D5:2 C#5:1.5 -:.5`
const BRIDGE = `D5 F5 A5:2! | G5 E5 C5:2 | E5 G5 E5:2 | F5:3 -:1 |
  Bb5:1.5! A5:.5 G5 F5 | E5:2 C5:2 | D5 F5 A5 C6! | G5:3 -:1`

/** The last boat, half asleep on deck: an electric piano, a slow lead, and water all around. */
export const nightFerry: DemoSong = {
  slug: 'night-ferry',
  id: '984359c7-f071-56c1-ad5e-4bc4b5372cd2',
  title: 'Night Ferry',
  artist: 'Slow Lantern',
  album: 'Crossings',
  genre: 'Downtempo',
  bpm: 84,
  key: 'Dm',
  perform() {
    const band = new Band({
      bpm: 84,
      bars: 32,
      swing: 0.05,
      reverb: { seconds: 2.6, dull: 0.35 },
      echo: { beats: 0.75, feedback: 0.45 },
      fadeIn: 1.5,
      fadeOut: 10,
      seed: 11,
    })
    const intro = changes('Dm9 | Bbmaj9 | Dm9 | Bbmaj9', { centre: 59 })
    const first = changes(A, { at: 16, centre: 59 })
    const bridge = changes(B, { at: 48, centre: 60 })
    const second = changes(A, { at: 80, centre: 59 })
    const outro = changes('Dm9 | Bbmaj9 | Dm9:8', { at: 112, centre: 58 })
    const all = [...intro, ...first, ...bridge, ...second, ...outro]
    const groove = [...first, ...bridge, ...second]

    const kick = beats('7.....4...6.....', { at: 16, bars: 24 })
    band.drum('softKick', kick, { gain: 0.44, loose: 0.003 })
    band.drum('rim', beats('....5.......6..2', { at: 16, bars: 24 }), { gain: 0.16, pan: 0.15, reverb: 0.35 })
    band.drum('brush', beats('....6.......6...', { at: 48, bars: 16 }), { gain: 0.2, reverb: 0.25 })
    band.drum('hat', beats('4.2.4.3.4.2.4.32', { at: 16, bars: 24 }), { gain: 0.07, pan: -0.3, loose: 0.008 })
    band.drum('shaker', beats('3.5.3.5.3.5.3.5.', { at: 48, bars: 16 }), { gain: 0.06, pan: 0.45 })
    band.play(subBass, bassline(groove, '1.....1...1..8..', { length: 0.9 }), { gain: 0.48, ducks: 0.3 })
    band.play(rhodes, comped(all, 'x.....x.........', { length: 1.7, strum: 0.02 }), {
      ...{ gain: 0.7, spread: 0.25, reverb: 0.3, chorus: 0.5, loose: 0.012 },
    })
    band.play(pad, held(all, { velocity: 0.45 }), { gain: 0.34, reverb: 0.5, ducks: 0.25 })
    band.play(glass, arpeggio(bridge, '..3...2...4...1.', { transpose: 12, velocity: 0.4 }), {
      ...{ gain: 0.3, spread: 0.5, reverb: 0.6, echo: 0.5 },
    })
    const tune = [
      ...melody(TUNE, { at: 16 }),
      ...melody(BRIDGE, { at: 48, velocity: 0.75 }),
      ...melody(TUNE, { at: 80 }),
    ]
    band.play(softLead, tune, { gain: 0.4, pan: -0.05, reverb: 0.35, echo: 0.35, loose: 0.014 })
    band.texture(sea, { gain: 0.1 })
    return band.finish()
  },
}
