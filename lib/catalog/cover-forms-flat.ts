import { between, fade, n, times } from './cover-ink'
import type { Palette } from './cover-palettes'

/** Concentric rings cut on one vertical line; the right half is a half-step later. */
export function rings(p: Palette, random: () => number): string {
  const x = Math.round(between(random, 150, 250))
  const y = Math.round(between(random, 170, 230))
  const step = Math.round(between(random, 24, 32))
  const ink = (k: number) => (k % 2 ? p.ground : k > 5 ? p.deep : 'url(#g)')
  const half = (side: 0 | 1, shift: number) =>
    times(11, (i) => 11 - i)
      .map((k) => ({ k, r: k * step - shift }))
      .filter(({ r }) => r > 0)
      .map(({ k, r }) => `<path d="M${x} ${y - r}a${r} ${r} 0 0 ${side} 0 ${2 * r}" fill="${ink(k)}"/>`)
      .join('')
  return `<defs>${fade('g', p.light, p.body)}</defs>${half(0, 0)}${half(1, step)}<path d="M${x} 0v400" stroke="${p.spark}" stroke-width="2"/><circle cx="${x}" cy="${y}" r="7" fill="${p.spark}"/>`
}

/** A grid of dots that swells along a wave: one path for each dot size, drawn as round caps. */
export function halftone(p: Palette, random: () => number): string {
  const bend = between(random, 0.8, 1.5)
  const phase = between(random, 0, 6)
  const sizes = times(8, () => '')
  for (let x = 25; x <= 375; x += 25)
    for (let y = 25; y <= 375; y += 25) {
      const d = Math.abs(y - 200 - Math.sin(phase + ((x - 25) / 350) * Math.PI * bend) * 110)
      sizes[Math.max(0, 7 - Math.floor(d / 18))] += `M${x} ${y}h0`
    }
  const ink = (i: number) => (i > 4 ? 'url(#l)' : p.body)
  const dots = sizes.map((d, i) => d && `<path d="${d}" stroke="${ink(i)}" stroke-width="${3 + i * 3}"/>`)
  return `<defs><linearGradient id="l" gradientUnits="userSpaceOnUse" x2="400" y2="400"><stop stop-color="${p.spark}"/><stop offset="1" stop-color="${p.light}"/></linearGradient></defs><g stroke-linecap="round">${dots.join('')}</g>`
}

const QUARTER = 'M0 0h100a100 100 0 0 1-100 100z'
const DISC = 'M50 10a40 40 0 1 0 .1 0z'
const BAR = 'M0 0h50v100H0z'

/** Quarter discs on a 4 × 4 grid. */
export function quarters(p: Palette, random: () => number): string {
  const inks = [p.body, p.light, p.spark, p.deep]
  const anyInk = () => inks[Math.floor(random() * 4)] ?? p.body
  let out = ''
  for (let i = 0; i < 4; i++)
    for (let j = 0; j < 4; j++) {
      const ink = anyInk()
      const back = anyInk()
      const turn = Math.floor(random() * 4) * 90
      const kind = random()
      const shape = kind < 0.62 ? QUARTER : kind < 0.82 ? DISC : BAR
      const rotated = turn ? ` transform="rotate(${turn} 50 50)"` : ''
      out += `<g transform="translate(${i * 100} ${j * 100})"><path d="M0 0h100v100H0z" fill="${back === ink ? p.ground : back}"/><path d="${shape}" fill="${ink}"${rotated}/></g>`
    }
  return out
}

/** Two sets of circles that interfere. */
export function moire(p: Palette, random: () => number): string {
  const gap = between(random, 46, 78)
  const set = (cx: number, ink: string) => {
    const circles = times(19, (i) => 9 + i * 14).map(
      (r) => `M${n(cx - r)} 200a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`,
    )
    return `<path d="${circles.join('')}" stroke="${ink}"/>`
  }
  const centre = (cx: number) => `<circle cx="${n(cx)}" cy="200" r="9" fill="${p.spark}"/>`
  return `<defs>${fade('b', p.deep, p.ground, 1, 1)}</defs><rect width="400" height="400" fill="url(#b)"/><g fill="none" stroke-width="6">${set(200 - gap, p.body)}<g style="mix-blend-mode:screen">${set(200 + gap, p.light)}</g></g>${centre(200 - gap)}${centre(200 + gap)}`
}
