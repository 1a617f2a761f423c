/** A tick each ten seconds, a longer one each minute; each minute only when the song is long. */
export function Ruler({ durationMs }: { durationMs: number }) {
  const minutes = Math.max(durationMs / 60_000, 0.1)
  const tick = (parts: number, height: number) =>
    `repeating-linear-gradient(90deg,currentColor 0 1px,transparent 1px calc(100% / ${parts.toFixed(3)})) 0 0 / 100% ${height}px no-repeat`
  const fine = minutes <= 12 ? [tick(minutes * 6, 5)] : []
  return (
    <div
      className="absolute inset-x-0 bottom-[58px] h-3 border-t border-current text-text-1 opacity-30"
      style={{ background: [...fine, tick(minutes, 10)].join(',') }}
    />
  )
}
