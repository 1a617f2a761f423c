import { between, fade, n, times } from './cover-ink'
import type { Palette } from './cover-palettes'

/** A low sun behind bands of water. */
export function tide(p: Palette, random: () => number): string {
  const sun = between(random, 120, 280)
  const phase = between(random, 0, 6)
  const height = (k: number, i: number) => 196 + i * 24 + Math.sin(phase + k * 1.2 + i * 1.3) * (5 + i * 2.2)
  const bands = times(9, (i) => {
    const curve = times(6, (k) => {
      const [x, y] = [(k + 1) * 67, Math.round(height(k + 1, i))]
      return `S${x - 30} ${y} ${x} ${y}`
    }).join('')
    return `<path d="M0 ${n(height(0, i))}${curve}V400H0z" fill="${i % 2 ? p.deep : p.body}" fill-opacity="${n(1 - i * 0.07)}"/>`
  }).join('')
  return `<defs>${fade('s', p.deep, p.light)}${fade('o', p.spark, p.light)}<linearGradient id="w" x2="0" y2="1"><stop offset=".3" stop-color="${p.ground}" stop-opacity="0"/><stop offset="1" stop-color="${p.ground}" stop-opacity=".8"/></linearGradient></defs><rect width="400" height="230" fill="url(#s)"/><circle cx="${n(sun)}" cy="178" r="82" fill="url(#o)"/>${bands}<rect y="196" width="400" height="204" fill="url(#w)"/>`
}

/** A disc seen through fluted glass. */
export function flute(p: Palette, random: () => number): string {
  const count = 10
  const w = 400 / count
  const cy = between(random, 185, 215)
  const slant = between(random, -7, 7)
  const slats = times(count, (i) => {
    const shift = Math.sin(i * 1.9 + slant) * 26 + (i - count / 2) * slant
    return `<g clip-path="url(#c)" transform="translate(${n(i * w)})"><circle cx="${n(200 - i * w)}" cy="${n(cy + shift)}" r="150" fill="url(#d)"/><rect width="${n(w)}" height="400" fill="url(#h)"/></g>`
  }).join('')
  return `<defs>${fade('b', p.deep, p.ground)}${fade('d', p.light, p.body)}<linearGradient id="h"><stop stop-color="${p.spark}" stop-opacity=".3"/><stop offset=".35" stop-color="${p.spark}" stop-opacity="0"/><stop offset="1" stop-color="${p.ground}" stop-opacity=".5"/></linearGradient><clipPath id="c"><path d="M0 0h${n(w)}v400H0z"/></clipPath></defs><rect width="400" height="400" fill="url(#b)"/>${slats}`
}

/** Dunes, one behind the other, each lit from one side. */
export function ridges(p: Palette, random: () => number): string {
  const side = random() < 0.5
  const dunes = times(6, (i) => {
    const y = 128 + i * 48
    const lift = between(random, 34, 62)
    const top = between(random, 90, 310)
    const d = `M0 ${n(y + lift * 0.4)}C${n(top * 0.5)} ${n(y + lift * 0.5)} ${n(top * 0.62)} ${n(y - lift)} ${n(top)} ${n(y - lift)}S${n(top + (400 - top) * 0.5)} ${n(y + lift * 0.6)} 400 ${n(y + lift * between(random, -0.3, 0.5))}V400H0z`
    return `<path d="${d}" fill="url(#${i % 2 ? 'b' : 'a'})"/>`
  }).join('')
  const [x1, x2] = side ? [0, 1] : [1, 0]
  const lit = (id: string, a: string, b: string) =>
    `<linearGradient id="${id}" x1="${x1}" x2="${x2}" y2=".5"><stop stop-color="${a}"/><stop offset="1" stop-color="${b}"/></linearGradient>`
  return `<defs>${fade('s', p.deep, p.spark)}${lit('a', p.light, p.body)}${lit('b', p.body, p.deep)}</defs><rect width="400" height="400" fill="url(#s)"/><circle cx="${side ? 292 : 108}" cy="88" r="46" fill="${p.ground}"/>${dunes}`
}

/** A lamp over a horizon, and its reflection. */
export function horizon(p: Palette, random: () => number): string {
  const x = between(random, 130, 270)
  const r = between(random, 66, 92)
  const bars = times(9, (i) => {
    const w = r * (1.5 - i * 0.12) * between(random, 0.7, 1.15)
    return `<rect x="${n(x - w)}" y="${266 + i * 14}" width="${n(2 * w)}" height="${n(7 - i * 0.5)}" rx="3" fill="${p.light}" fill-opacity="${n(0.95 - i * 0.09)}"/>`
  }).join('')
  return `<defs>${fade('s', p.ground, p.body)}${fade('w', p.deep, p.ground)}<radialGradient id="g"><stop stop-color="${p.light}" stop-opacity=".75"/><stop offset="1" stop-color="${p.light}" stop-opacity="0"/></radialGradient></defs><rect width="400" height="256" fill="url(#s)"/><circle cx="${n(x)}" cy="170" r="190" fill="url(#g)"/><circle cx="${n(x)}" cy="170" r="${n(r)}" fill="${p.spark}"/><rect y="256" width="400" height="144" fill="url(#w)"/>${bars}`
}
