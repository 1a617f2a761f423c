import { ORGAN, REED, SAW, SQUARE, TRIANGLE } from '../synth/waves'
import type { Voice } from './band'

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
