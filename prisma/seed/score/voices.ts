import { ORGAN, REED, SAW, SQUARE, TRIANGLE } from '../synth/waves'
import type { Voice } from './band'

/** A tape-soft electric piano. */
export const rhodes: Voice = {
  kind: 'struck',
  patch: {
    ratio: 1,
    index: 2.1,
    fade: 0.5,
    tine: { ratio: 7.1, gain: 0.14, decay: 0.11 },
    shape: { attack: 0.003, decay: 0.8, sustain: 0.75, release: 0.35 },
    ring: 2.2,
    tremolo: { hz: 4.4, depth: 0.16 },
    gain: 0.22,
  },
}

/** Glass bells: the modulator stands in no simple ratio. */
export const glass: Voice = {
  kind: 'struck',
  patch: {
    ratio: 3.51,
    index: 1.1,
    fade: 0.25,
    tine: { ratio: 2, gain: 0.2, decay: 0.4 },
    shape: { attack: 0.002, decay: 1, sustain: 0.9, release: 1.2 },
    ring: 1.5,
    gain: 0.18,
  },
}

export const marimba: Voice = {
  kind: 'struck',
  patch: {
    ratio: 4,
    index: 0.7,
    fade: 0.04,
    tine: { ratio: 9.9, gain: 0.1, decay: 0.02 },
    shape: { attack: 0.001, decay: 0.5, sustain: 0.9, release: 0.3 },
    ring: 0.45,
    gain: 0.3,
  },
}

/** A round upright bass. */
export const uprightBass: Voice = {
  kind: 'struck',
  patch: {
    ratio: 1,
    index: 1.7,
    fade: 0.12,
    tine: { ratio: 3, gain: 0.08, decay: 0.03 },
    shape: { attack: 0.008, decay: 0.6, sustain: 0.7, release: 0.09 },
    ring: 0.9,
    gain: 0.34,
  },
}

export const felt: Voice = {
  kind: 'struck',
  patch: {
    ratio: 2,
    index: 0.95,
    fade: 0.18,
    tine: { ratio: 5.02, gain: 0.09, decay: 0.07 },
    shape: { attack: 0.006, decay: 0.9, sustain: 0.8, release: 0.4 },
    ring: 1.3,
    gain: 0.26,
  },
}

export const nylon: Voice = {
  kind: 'plucked',
  patch: { bright: 0.5, sustain: 1.5, pick: 0.21, release: 0.25, gain: 0.95 },
}

export const steel: Voice = {
  kind: 'plucked',
  patch: { bright: 0.85, sustain: 2.1, pick: 0.14, release: 0.2, gain: 0.75 },
}

export const strings: Voice = {
  kind: 'analogue',
  patch: {
    wave: SAW,
    cents: [-9, 1, 10],
    width: 0.8,
    shape: { attack: 0.9, decay: 1.5, sustain: 0.85, release: 1.6 },
    filter: { hz: 1400, follow: 0.4, opens: 0.7, decay: 2.5, resonance: 0.05 },
    vibrato: { hz: 4.6, cents: 4, delay: 0.8 },
    gain: 0.12,
  },
}

/** Warm and slow, without an edge. */
export const pad: Voice = {
  kind: 'analogue',
  patch: {
    wave: SAW,
    cents: [-7, 0, 8],
    width: 0.7,
    shape: { attack: 0.55, decay: 1.2, sustain: 0.8, release: 1.3 },
    filter: { hz: 820, follow: 0.5, opens: 1, decay: 1.6, resonance: 0.1 },
    gain: 0.14,
  },
}

export const organ: Voice = {
  kind: 'analogue',
  patch: {
    wave: ORGAN,
    cents: [-3, 3],
    width: 0.4,
    shape: { attack: 0.04, decay: 0.3, sustain: 0.9, release: 0.18 },
    filter: { hz: 3200, follow: 0.4, opens: 0, decay: 1, resonance: 0 },
    vibrato: { hz: 5.8, cents: 5, delay: 0.2 },
    gain: 0.14,
  },
}

export const stab: Voice = {
  kind: 'analogue',
  patch: {
    wave: SAW,
    cents: [-8, 7],
    width: 0.5,
    shape: { attack: 0.004, decay: 0.16, sustain: 0.12, release: 0.18 },
    filter: { hz: 700, follow: 0.3, opens: 1.9, decay: 0.16, resonance: 0.3 },
    gain: 0.24,
  },
}

export const arp: Voice = {
  kind: 'analogue',
  patch: {
    wave: SQUARE,
    cents: [-5, 5],
    width: 0.35,
    shape: { attack: 0.003, decay: 0.22, sustain: 0.18, release: 0.16 },
    filter: { hz: 900, follow: 0.5, opens: 1.5, decay: 0.14, resonance: 0.2 },
    gain: 0.13,
  },
}

/** Something between a whistle and a clarinet. */
export const reed: Voice = {
  kind: 'analogue',
  patch: {
    wave: REED,
    cents: [0, 4],
    width: 0.12,
    shape: { attack: 0.06, decay: 0.5, sustain: 0.8, release: 0.22 },
    filter: { hz: 2000, follow: 0.6, opens: 0.8, decay: 0.5, resonance: 0.05 },
    vibrato: { hz: 5.1, cents: 11, delay: 0.28 },
    gain: 0.26,
  },
}

export const softLead: Voice = {
  kind: 'analogue',
  patch: {
    wave: REED,
    cents: [-4, 4],
    width: 0.2,
    shape: { attack: 0.03, decay: 0.6, sustain: 0.75, release: 0.3 },
    filter: { hz: 3400, follow: 0.5, opens: 0.8, decay: 0.4, resonance: 0.1 },
    vibrato: { hz: 5.3, cents: 13, delay: 0.3 },
    gain: 0.2,
  },
}

export const subBass: Voice = {
  kind: 'analogue',
  patch: {
    wave: TRIANGLE,
    cents: [0],
    width: 0,
    shape: { attack: 0.012, decay: 0.5, sustain: 0.8, release: 0.1 },
    filter: { hz: 700, follow: 0.3, opens: 0.9, decay: 0.2, resonance: 0.05 },
    gain: 0.3,
  },
}

export const sawBass: Voice = {
  kind: 'analogue',
  patch: {
    wave: SAW,
    cents: [-5, 5],
    width: 0.1,
    shape: { attack: 0.004, decay: 0.25, sustain: 0.6, release: 0.07 },
    filter: { hz: 560, follow: 0.4, opens: 1.6, decay: 0.12, resonance: 0.25 },
    gain: 0.25,
  },
}
