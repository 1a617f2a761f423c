import { Band } from '../score/band'
import { arpeggio, bassline, beats, changes, held, melody, shift } from '../score/events'
import { arp, pad, sawBass, softLead, stab, strings } from '../score/voices-analogue'
import type { DemoSong } from './song'

const A = 'Bm | Bm7 | Gmaj7 | A | Bm | Bm7 | Gmaj7 | F#m7'
const B = 'Em7 | A | Dmaj7 | Bm7 | Em7 | A | F#7sus4 | F#7'
const TUNE = `-:2 F#4 B4 | D5:1.5! C#5:.5 B4:2 | -:1 B4 D5 F#5 | E5:3 -:1 |
  -:2 F#4 B4 | D5:1.5! E5:.5 F#5:2 | G5:1.5 F#5:.5 D5:2 | C#5:3 -:1`
const BRIDGE = `G5:1.5! F#5:.5 E5 B4 | C#5 E5 A5:2 | F#5:1.5 E5:.5 D5 A4 | B4 D5 F#5:2 |
  G5:1.5! A5:.5 B5:2 | A5 E5 C#5:2 | B4 C#5 E5 F#5! | A#4:3 -:1`

/** Weeds between the rails, a train every four minutes: a motor of a bass, neon on top. */
export const thirdRailGarden: DemoSong = {
  slug: 'third-rail-garden',
  id: '9bee3792-5eed-53d1-aa13-b4ecb3a205de',
  title: 'Third Rail Garden',
  artist: 'Ferrous',
  album: 'Night Bus Timetable',
  genre: 'Synthwave',
  bpm: 128,
  key: 'Bm',
  perform() {
    const band = new Band({
      bpm: 128,
      bars: 44,
      reverb: { seconds: 2.1, dull: 0.35 },
      echo: { beats: 0.75, feedback: 0.45 },
      fadeOut: 10,
      seed: 89,
    })
    const intro = changes('Bm | Bm7 | Gmaj7 | A', { centre: 60 })
    const first = changes(A, { at: 16, centre: 60 })
    const chorus1 = changes(B, { at: 48, centre: 61 })
    const second = changes(A, { at: 80, centre: 60 })
    const chorus2 = changes(B, { at: 112, centre: 61 })
    const outro = changes('Bm | Bm7 | Gmaj7 | A | Bm | Bm7 | Gmaj7 | Bm', { at: 144, centre: 60 })
    const all = [...intro, ...first, ...chorus1, ...second, ...chorus2, ...outro]
    const choruses = [...chorus1, ...chorus2]

    band.drum('kick', beats('8.......8.5.....', { at: 16, bars: 8 }), { gain: 0.35 })
    band.drum('kick', beats('8...8...8...8.3.', { at: 48, bars: 30 }), { gain: 0.35 })
    band.drum('snare', beats('....7.......7...', { at: 16, bars: 38 }), { gain: 0.17, reverb: 0.45 })
    band.drum('hat', beats('4.6.4.6.4.6.4.64', { at: 16, bars: 38 }), { gain: 0.05, pan: 0.25 })
    band.drum('tom', beats('..............65', { at: 44, bars: 1 }), { gain: 0.28, pan: -0.3, reverb: 0.4 })
    band.drum('tom', beats('..........6.6.65', { at: 108, bars: 1 }), { gain: 0.28, pan: 0.3, reverb: 0.4 })
    band.play(sawBass, bassline(all, '1.1.1.1.1.1.8.1.', { length: 0.38, velocity: 0.7 }), { gain: 0.3, ducks: 0.5 })
    band.play(arp, arpeggio(all, '0.1.2.3.4.3.2.1.', { length: 0.3, velocity: 0.5, transpose: 12 }), {
      ...{ gain: 0.36, pan: -0.35, spread: 0.3, reverb: 0.3, echo: 0.5, ducks: 0.3 },
    })
    band.play(pad, held(all, { velocity: 0.5 }), { gain: 0.5, reverb: 0.4, ducks: 0.55 })
    band.play(strings, shift(held(choruses, { velocity: 0.45 }), { transpose: 12 }), {
      gain: 0.24,
      reverb: 0.5,
      ducks: 0.4,
    })
    band.play(stab, arpeggio(second, '...2......3.....', { length: 0.25, velocity: 0.5 }), {
      gain: 0.25,
      pan: 0.5,
      echo: 0.6,
    })
    const tune = [...melody(TUNE, { at: 16 }), ...melody(TUNE, { at: 80 })]
    const refrain = [...melody(BRIDGE, { at: 48, velocity: 0.78 }), ...melody(BRIDGE, { at: 112, velocity: 0.8 })]
    band.play(softLead, [...tune, ...refrain], { gain: 0.48, reverb: 0.35, echo: 0.35 })
    band.play(softLead, shift(refrain, { transpose: -12, softer: 0.2 }), { gain: 0.2, pan: 0.25, reverb: 0.3 })
    return band.finish()
  },
}
