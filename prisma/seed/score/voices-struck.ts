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
