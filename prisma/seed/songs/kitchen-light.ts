import { Band } from '../score/band'
import { bassline, beats, changes, comped, held, melody } from '../score/events'
import { pad, reed } from '../score/voices-analogue'
import { glass, rhodes, uprightBass } from '../score/voices-struck'
import type { DemoSong } from './song'
import { vinyl } from './textures'

const A = 'Cm9 | F13 | Bbmaj9 | Gm9 | Cm9 | F13 | Dm7:2 G7b9:2 | Bbmaj9'
const B = 'Ebmaj9 | Dm7 | Cm9 | Bbmaj9 | Ebmaj9 | Am7b5:2 D7b9:2 | Gm9 | Cm7:2 F13:2'
const TUNE = `-:.5 G4:.5 Bb4:.5 D5! C5:.5 Bb4 | A4:1.5 D5:.5 -:2 | -:.5 D5:.5 F5:.5 A5! G5:.5 F5 | D5:2.5 -:1.5 |
  -:.5 Eb5:.5! D5:.5 C5:.5 Bb4 G4 | A4 C5:.5 Eb5:1.5 D5 | F5 D5 Ab4 G4 | D5:3 -:1`
const BRIDGE = `Bb4:.5 D5:.5 G5:1.5! F5:.5 D5 | C5 A4 F4:2 | G4:.5 Bb4:.5 Eb5:1.5! D5:.5 C5 | Bb4 D5 F5:2 |
  G5:.5 A5:.5 Bb5:1.5! A5:.5 G5 | Eb5 C5 F#4 A4 | Bb4:1.5 D5:.5 G5:2 | F5 Eb5 D5 C5`

/** Nobody else awake, the kettle on: an old record of an electric piano and a lazy beat. */
export const kitchenLight: DemoSong = {
  slug: 'kitchen-light',
  id: '005eb452-a747-569c-a074-a8e02bbe8231',
  title: 'Kitchen Light, 2 a.m.',
  artist: 'Small Hours',
  album: 'Low Volume',
  genre: 'Lo-fi',
  bpm: 76,
  key: 'Bb',
  perform() {
    const band = new Band({
      bpm: 76,
      bars: 32,
      swing: 0.13,
      reverb: { seconds: 1.3, dull: 0.55 },
      echo: { beats: 1.5, feedback: 0.3 },
      fadeIn: 1,
      fadeOut: 10,
      seed: 53,
    })
    const intro = changes('Cm9 | F13 | Bbmaj9 | Gm9', { centre: 61 })
    const first = changes(A, { at: 16, centre: 61 })
    const bridge = changes(B, { at: 48, centre: 62 })
    const second = changes(A, { at: 80, centre: 61 })
    const outro = changes('Cm9 | F13 | Bbmaj9:8', { at: 112, centre: 61 })
    const all = [...intro, ...first, ...bridge, ...second, ...outro]

    band.drum('softKick', beats('8..2...4..7.....', { at: 16, bars: 26 }), { gain: 0.48, loose: 0.012 })
    band.drum('snare', beats('....5.......5..1', { at: 16, bars: 26 }), { gain: 0.16, reverb: 0.15, loose: 0.014 })
    band.drum('brush', beats('....4..2....4...', { at: 48, bars: 18 }), { gain: 0.2, pan: 0.2, loose: 0.012 })
    band.drum('hat', beats('5.3.5.3.5.3.5.34', { at: 16, bars: 26 }), { gain: 0.07, pan: -0.25, loose: 0.012 })
    band.play(uprightBass, bassline([...first, ...bridge, ...second, ...outro], '1.....1...5...a.', { length: 0.85 }), {
      ...{ gain: 0.5, loose: 0.016 },
    })
    band.play(rhodes, comped(all, 'x.....x....x....', { length: 1.3, strum: 0.035, velocity: 0.55 }), {
      ...{ gain: 0.85, spread: 0.2, reverb: 0.2, chorus: 0.6, loose: 0.018 },
    })
    band.play(pad, held([...bridge, ...second.slice(4)], { velocity: 0.35 }), { gain: 0.2, reverb: 0.3, ducks: 0.4 })
    const tune = [...melody(TUNE, { at: 16 }), ...melody(TUNE, { at: 80 })]
    band.play(
      rhodes,
      tune.map((event) => ({ ...event, pitch: event.pitch + 12 })),
      {
        ...{ gain: 0.3, pan: 0.2, reverb: 0.3, echo: 0.3, chorus: 0.5, loose: 0.02 },
      },
    )
    band.play(reed, [...melody(BRIDGE, { at: 48, velocity: 0.6 })], { gain: 0.33, pan: -0.1, reverb: 0.3, loose: 0.02 })
    band.play(glass, melody('F5:.5 -:7.5 F5:.5 D5:.5 -:7 F5:.5', { at: 14, velocity: 0.4 }), {
      gain: 0.15,
      reverb: 0.6,
      echo: 0.5,
    })
    band.texture(vinyl, { gain: 0.05 })
    return band.finish()
  },
}
