/** "1 song", "5,000 songs". */
export const songsText = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'song' : 'songs'}`

/** "3:07", "1:02:09". */
export function lengthText(ms: number): string {
  const seconds = Math.round(ms / 1000)
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const end = String(s).padStart(2, '0')
  return h > 0 ? `${h}:${String(m).padStart(2, '0')}:${end}` : `${m}:${end}`
}

/** "4 min", "3 h 12 min", "12 days 4 h". */
export function totalText(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`
  return `${Math.floor(hours / 24)} days ${hours % 24} h`
}
