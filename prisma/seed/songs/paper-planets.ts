import { Band } from '../score/band'
import { arpeggio, bassline, beats, changes, held, melody, shift } from '../score/events'
import { arp, pad, sawBass, softLead } from '../score/voices-analogue'
import { marimba } from '../score/voices-struck'
import type { DemoSong } from './song'

const A = 'A | E/G# | F#m7 | Dmaj7 | A | E/G# | Bm7 | E7sus4:2 E:2'
const B = 'Dmaj9 | E | C#m7 | F#m7 | Dmaj9 | E | F#m7 | E'
const TUNE = `E5:.75! C#5:.75 A4:.5 B4 C#5 | B4:1.5 G#4:.5 E4:2 | A4:.75 C#5:.75 E5:.5 F#5! E5 | D5:1.5 C#5:.5 A4:2 |
  E5:.75! C#5:.75 A4:.5 E5 A5 | G#5:1.5 E5:.5 B4:2 | D5:.75 F#5:.75! D5:.5 B4 C#5 | B4 A4 G#4 E4`
const BRIDGE = `F#5:1.5! E5:.5 D5 A5 | G#5:1.5 F#5:.5 E5:2 | E5:1.5 B4:.5 G#5:2! | F#5 A5 C#6:2 |
  F#5:1.5! E5:.5 D5 A5 | B5:1.5 A5:.5 G#5:2 | A5 F#5 C#5 F#5 | E5:3 -:1`

/** A mobile of card and thread over a desk: quick arpeggios, a marimba, a bass that skips. */
export const paperPlanets: DemoSong = {
  slug: 'paper-planets',
  id: '1aee75e1-500e-5867-ae5a-5cd2bb93f8cf',
  title: 'Paper Planets',
  artist: 'Orrery',
  album: 'Clockwork for Children',
  genre: 'Synth-pop',
  bpm: 118,
  key: 'A',
  perform() {
    const band = new Band({
      bpm: 118,
      bars: 40,
      reverb: { seconds: 1.7, dull: 0.3 },
      echo: { beats: 0.75, feedback: 0.4 },
      fadeOut: 9,
      seed: 41,
    })
    const intro = changes('A | E/G# | F#m7 | Dmaj7', { centre: 62 })
    const first = changes(A, { at: 16, centre: 62 })
    const chorus1 = changes(B, { at: 48, centre: 63 })
    const second = changes(A, { at: 80, centre: 62 })
    const chorus2 = changes(B, { at: 112, centre: 63 })
    const outro = changes('A | E/G# | F#m7 | Dmaj7', { at: 144, centre: 62 })
    const all = [...intro, ...first, ...chorus1, ...second, ...chorus2, ...outro]
    const choruses = [...chorus1, ...chorus2]

    band.drum('kick', beats('8...7...8...7.2.', { at: 16, bars: 8 }), { gain: 0.33 })
    band.drum('kick', beats('8...8...8...8...', { at: 48, bars: 24 }), { gain: 0.35 })
    band.drum('clap', beats('....6.......6...', { at: 48, bars: 24 }), { gain: 0.2, reverb: 0.3 })
    band.drum('rim', beats('....5.......5...', { at: 16, bars: 8 }), { gain: 0.16, reverb: 0.3 })
    band.drum('hat', beats('..5.2.5...5.2.53', { at: 16, bars: 32 }), { gain: 0.08, pan: 0.2 })
    band.drum('shaker', beats('3.4.3.4.3.4.3.4.', { at: 48, bars: 24 }), { gain: 0.09, pan: -0.5 })
    band.play(sawBass, bassline([...first, ...second], '1..1..8.1..1..5.', { length: 0.4 }), { gain: 0.28, ducks: 0.4 })
    band.play(sawBass, bassline(choruses, '1.1.8.1.1.1.8.5.', { length: 0.35 }), { gain: 0.28, ducks: 0.5 })
    band.play(arp, arpeggio(all, '0123452104325413', { length: 0.22, velocity: 0.55 }), {
      ...{ gain: 0.42, pan: 0.25, spread: 0.35, reverb: 0.25, echo: 0.3, ducks: 0.35 },
    })
    band.play(pad, held(all, { velocity: 0.45 }), { gain: 0.4, reverb: 0.4, ducks: 0.5 })
    const verses = [...melody(TUNE, { at: 16 }), ...melody(TUNE, { at: 80 })]
    band.play(marimba, verses, { gain: 0.62, pan: -0.15, reverb: 0.3, echo: 0.25 })
    band.play(softLead, shift(melody(TUNE, { at: 80, velocity: 0.5 }), {}), { gain: 0.16, pan: 0.2, reverb: 0.3 })
    const refrain = [...melody(BRIDGE, { at: 48 }), ...melody(BRIDGE, { at: 112, velocity: 0.78 })]
    band.play(softLead, refrain, { gain: 0.36, reverb: 0.3, echo: 0.3 })
    band.play(marimba, shift(refrain, { transpose: -12, softer: 0.2 }), { gain: 0.35, pan: -0.3, reverb: 0.3 })
    return band.finish()
  },
}
