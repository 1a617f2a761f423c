const LEVELS = [0.18, 0.42, 0.62, 0.62, 0.82, 0.95, 0.5, 0.34, 0.7, 1, 1, 0.88, 0.5, 0.22]

type Wave = { seed: number; bars: number; width: number; height: number }

/** A song that never was, as one SVG path of strokes: for pictures of the product, never in place of a measured one. */
export function madeUpWave({ seed, bars, width, height }: Wave): string {
  let level = 0.3
  let path = ''
  for (let bar = 0; bar < bars; bar++) {
    level += ((LEVELS[Math.floor((bar / bars) * LEVELS.length)] ?? 0) - level) * 0.22
    const noise = Math.abs((Math.sin((bar + 1) * 12.9898 * seed) * 43758.5453) % 1)
    const beat = bar % 4 === 0 ? 1 : bar % 2 === 0 ? 0.78 : 0.6
    const size = Math.min(height, Math.max(2, Math.round(level * (0.5 + 0.5 * noise) * beat * height * 0.6) * 2))
    path += `M${(((bar + 0.5) * width) / bars).toFixed(1)} ${(height - size) / 2}v${size}`
  }
  return path
}
