import type { CoverColour } from '@/lib/catalog/track'

const MAX_CHROMA = 0.13
const BINS = 36

/** The strongest hue of a picture and a second one at least 40° away, in OKLCH; `pixels` are RGB bytes. */
export function dominantColour(pixels: Uint8Array): CoverColour {
  const weight = new Float64Array(BINS)
  const chroma = new Float64Array(BINS)
  for (let i = 0; i + 2 < pixels.length; i += 3) {
    const { l, c, h } = oklch(pixels[i] ?? 0, pixels[i + 1] ?? 0, pixels[i + 2] ?? 0)
    // Black, white and grey have a hue that nobody sees.
    if (l < 0.12 || l > 0.97 || c < 0.02) continue
    const bin = Math.floor((h / 360) * BINS) % BINS
    weight[bin] = (weight[bin] ?? 0) + c
    chroma[bin] = (chroma[bin] ?? 0) + c * c
  }
  const smooth = Array.from(weight, (w, i) => w + (at(weight, i - 1) + at(weight, i + 1)) / 2)
  const first = smooth.indexOf(Math.max(...smooth))
  if (!smooth[first]) return { h: 250, c: 0.01, h2: 60 }
  const second = strongest(smooth, (bin) => distance(bin, first) * (360 / BINS) >= 40)
  return {
    h: hueOf(first),
    c: Math.round(Math.min(MAX_CHROMA, Math.max(0.04, (chroma[first] ?? 0) / (weight[first] || 1))) * 1000) / 1000,
    h2: smooth[second] ? hueOf(second) : (hueOf(first) + 60) % 360,
  }
}

const hueOf = (bin: number) => Math.round(((bin + 0.5) * 360) / BINS)
const at = (bins: Float64Array, i: number) => bins[(i + BINS) % BINS] ?? 0
const distance = (a: number, b: number) => Math.min(Math.abs(a - b), BINS - Math.abs(a - b))

function strongest(bins: number[], isAllowed: (bin: number) => boolean): number {
  return bins.reduce((best, value, bin) => (isAllowed(bin) && value > (bins[best] ?? -1) ? bin : best), -1)
}

/** Björn Ottosson's OKLab, from 8-bit sRGB. */
export function oklch(red: number, green: number, blue: number): { l: number; c: number; h: number } {
  const [r, g, b] = [linear(red), linear(green), linear(blue)]
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const A = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short
  const B = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short
  return {
    l: 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    c: Math.hypot(A, B),
    h: (Math.atan2(B, A) * (180 / Math.PI) + 360) % 360,
  }
}

function linear(value: number): number {
  const v = value / 255
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
}
