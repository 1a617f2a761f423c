import { Band } from '../score/band'
import { arpeggio, bassline, beats, changes, comped, held, melody } from '../score/events'
import { organ, reed } from '../score/voices-analogue'
import { nylon, steel, uprightBass } from '../score/voices-struck'
import type { DemoSong } from './song'

const A = 'Gadd9 | D/F# | Em7 | Cadd9 | G/B | Am7 | Cadd9 | Dsus4:2 D:2'
const B = 'Em7 | Cadd9 | G/B | D | Em7 | Am7 | Cmaj7 | D7sus4:2 D7:2'
const TUNE = `-:2 D5 B4 | A4:1.5 G4:.5 A4:2 | B4 D5 G5:1.5! F#5:.5 | E5:3 -:1 |
  D5 B4 G4 B4 | C5:1.5 B4:.5 A4:2 | G4 A4 B4 E5! | D5:3 -:1`
const BRIDGE = `G5:1.5! F#5:.5 E5 B4 | C5 D5 E5:2 | D5:1.5 B4:.5 G4:2 | A4 B4 A4:2 |
  G5:1.5! A5:.5 B5 G5 | E5 G5 A5:2 | B5:1.5 A5:.5 G5 E5 | D5 E5 F#5 A5`

/** Late light on a balcony: two guitars, a reed that hums along, brushes. */
export const copperHours: DemoSong = {
  slug: 'copper-hours',
  id: '974d27f2-68d1-5b56-a132-6c2c67dd5a41',
  title: 'Copper Hours',
  artist: 'Tin Orchard',
  album: 'Balcony Tapes',
  genre: 'Folk',
  bpm: 98,
  key: 'G',
  perform() {
    const band = new Band({
      bpm: 98,
      bars: 36,
      swing: 0.04,
      reverb: { seconds: 1.5, dull: 0.45 },
      fadeOut: 9,
      seed: 23,
    })
    const intro = changes('Gadd9 | Cadd9 | Gadd9 | Cadd9', { centre: 57 })
    const first = changes(A, { at: 16, centre: 57 })
    const bridge = changes(B, { at: 48, centre: 58 })
    const second = changes(A, { at: 80, centre: 57 })
    const outro = changes('Cadd9 | G/B | Am7 | Dsus4 | Cadd9 | G/B | Am7 | Gadd9', { at: 112, centre: 57 })
    const all = [...intro, ...first, ...bridge, ...second, ...outro]

    const busy = [...first, ...bridge, ...second]
    band.drum('softKick', beats('6.......5.4.....', { at: 16, bars: 28 }), { gain: 0.5 })
    band.drum('brush', beats('....6.......6..2', { at: 16, bars: 28 }), { gain: 0.2, pan: 0.1, reverb: 0.2 })
    band.drum('shaker', beats('4.2.5.2.4.2.5.3.', { at: 48, bars: 20 }), { gain: 0.08, pan: -0.4, loose: 0.008 })
    band.play(uprightBass, bassline([...busy, ...outro], '1.....5...1.5.a.', { length: 0.8 }), {
      ...{ gain: 0.55, reverb: 0.06, loose: 0.01 },
    })
    band.play(nylon, arpeggio(all, '0.2.1.3.0.2.4.3.', { length: 1.4, velocity: 0.62 }), {
      ...{ gain: 0.55, pan: -0.42, spread: 0.05, reverb: 0.22, loose: 0.01 },
    })
    band.play(
      steel,
      comped([...bridge, ...second], 'x...x.x...x.x.x.', { length: 0.45, strum: 0.028, velocity: 0.42 }),
      {
        ...{ gain: 0.24, pan: 0.48, reverb: 0.2, loose: 0.01 },
      },
    )
    band.play(organ, held([...bridge, ...second.slice(4)], { velocity: 0.4 }), { gain: 0.2, reverb: 0.4 })
    const tune = [
      ...melody(TUNE, { at: 16 }),
      ...melody(BRIDGE, { at: 48 }),
      ...melody(TUNE, { at: 80, velocity: 0.75 }),
    ]
    band.play(reed, tune, { gain: 0.36, pan: 0.08, reverb: 0.32, loose: 0.016 })
    band.play(steel, melody(BRIDGE, { at: 48, velocity: 0.5, transpose: -12 }), { gain: 0.3, pan: 0.3, reverb: 0.25 })
    return band.finish()
  },
}
