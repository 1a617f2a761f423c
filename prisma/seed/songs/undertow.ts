import { Band } from '../score/band'
import { bassline, beats, changes, comped, held, melody, shift } from '../score/events'
import { organ, pad, stab, subBass } from '../score/voices-analogue'
import { rhodes } from '../score/voices-struck'
import type { DemoSong } from './song'
import { sea } from './textures'

const A = 'Fm9 | Fm9 | Dbmaj9 | Dbmaj9 | Bbm9 | Bbm9 | Cm7 | Eb6'
const B = 'Dbmaj9 | Eb6 | Fm9 | Abmaj7 | Bbm9 | Cm7 | Dbmaj9 | Eb6'
const TUNE = `-:2 C5 Eb5 | G4:3 -:1 | -:2 F4 Ab4 | C5:3! -:1 | -:2 Db5 F5 | C5:2 Bb4:2 | Eb5:1.5 C5:.5 Bb4:2 | G4:3 -:1`
const BRIDGE = `Ab4 C5 F5:2! | Eb5:1.5 C5:.5 Bb4:2 | Ab4:2 C5:2 | Eb5:3! -:1 |
  F5:1.5! Db5:.5 C5:2 | Bb4 Eb5 G4:2 | Ab4 C5 Eb5 F5! | G5:2 Eb5:2`

/** What pulls under a calm surface: dub chords that answer themselves over four on the floor. */
export const undertow: DemoSong = {
  slug: 'undertow',
  id: 'bc0fa849-0561-5767-a352-8247d8c25c20',
  title: 'Undertow',
  artist: 'Hollow Coast',
  album: 'Soundings',
  genre: 'Deep house',
  bpm: 112,
  key: 'Fm',
  perform() {
    const band = new Band({
      bpm: 112,
      bars: 40,
      swing: 0.03,
      reverb: { seconds: 3.4, dull: 0.5 },
      echo: { beats: 0.75, feedback: 0.6 },
      fadeIn: 1,
      fadeOut: 11,
      seed: 79,
    })
    const intro = changes('Fm9 | Fm9 | Dbmaj9 | Dbmaj9', { centre: 60 })
    const first = changes(A, { at: 16, centre: 60 })
    const bridge = changes(B, { at: 48, centre: 61 })
    const second = changes(A, { at: 80, centre: 60 })
    const third = changes(B, { at: 112, centre: 61 })
    const outro = changes('Fm9 | Fm9 | Fm9:8', { at: 144, centre: 60 })
    const all = [...intro, ...first, ...bridge, ...second, ...third, ...outro]
    const groove = [...first, ...bridge, ...second, ...third]

    band.drum('kick', beats('8...8...8...8...', { at: 16, bars: 34 }), { gain: 0.36 })
    band.drum('clap', beats('....5.......5...', { at: 48, bars: 26 }), { gain: 0.16, reverb: 0.4 })
    band.drum('openHat', beats('..4...4...4...4.', { at: 48, bars: 26 }), { gain: 0.09, pan: 0.15, reverb: 0.1 })
    band.drum('hat', beats('3.2.3.233.2.3.24', { at: 16, bars: 34 }), { gain: 0.09, pan: -0.3 })
    band.drum('rim', beats('...4......3..4..', { at: 32, bars: 28 }), { gain: 0.14, pan: 0.45, echo: 0.5, reverb: 0.3 })
    band.play(subBass, bassline(groove, '..1...1.1...1..5', { length: 0.45 }), { gain: 0.42, ducks: 0.55 })
    band.play(stab, comped(all, '..x....x........', { length: 0.3, velocity: 0.55 }), {
      ...{ gain: 0.62, pan: 0.1, spread: 0.3, reverb: 0.4, echo: 0.75, ducks: 0.3 },
    })
    band.play(pad, held(all, { velocity: 0.4 }), { gain: 0.5, reverb: 0.5, ducks: 0.65 })
    const tune = [...melody(TUNE, { at: 16, velocity: 0.55 }), ...melody(TUNE, { at: 80, velocity: 0.6 })]
    band.play(rhodes, tune, { gain: 0.7, pan: -0.2, reverb: 0.4, echo: 0.4, chorus: 0.5 })
    const refrain = [...melody(BRIDGE, { at: 48, velocity: 0.55 }), ...melody(BRIDGE, { at: 112, velocity: 0.6 })]
    band.play(organ, refrain, { gain: 0.6, pan: 0.12, reverb: 0.45, echo: 0.35, ducks: 0.2 })
    band.play(rhodes, shift(refrain, { transpose: -12, softer: 0.15 }), { gain: 0.3, pan: -0.3, reverb: 0.4 })
    band.texture(sea, { gain: 0.07, ducks: 0.5 })
    return band.finish()
  },
}
