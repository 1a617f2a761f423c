/** The waveform as one path of upright strokes, `bars` of them in a box of width × height. Peaks are 0–100. */
export function wavePath(peaks: number[], bars: number, width: number, height: number): string {
  let path = ''
  for (let bar = 0; bar < bars; bar++) {
    const x = Math.round((bar + 0.5) * (width / bars) * 100) / 100
    const size = Math.max(2, Math.round((peakOf(peaks, bar, bars) / 100) * height))
    path += `M${x} ${(height - size) / 2}v${size}`
  }
  return path
}

/** The loudest of the slices that fall into the bar; a thin line as long as there are none. */
function peakOf(peaks: number[], bar: number, bars: number): number {
  const from = Math.floor((bar * peaks.length) / bars)
  const to = Math.max(from + 1, Math.floor(((bar + 1) * peaks.length) / bars))
  return Math.max(0, ...peaks.slice(from, to))
}
