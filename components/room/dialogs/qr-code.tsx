import { create } from 'qrcode'
import { useMemo } from 'react'
import { useText } from '#text'

const FINDER = 7

/** A QR code of round dots, as one path: no image, no inline script, sharp at any size. */
export function QrCode({ text }: { text: string }) {
  const t = useText()
  const { size, path } = useMemo(() => dots(text), [text])
  const far = size - FINDER
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={t('QR code that opens the room')}
      className="block w-full fill-current"
    >
      <path d={path} transform="translate(.5 .5)" stroke="currentColor" strokeWidth="1.04" strokeLinecap="round" />
      {[
        [0, 0],
        [far, 0],
        [0, far],
      ].map(([x = 0, y = 0]) => (
        <g key={`${x} ${y}`}>
          <rect x={x + 0.5} y={y + 0.5} width="6" height="6" rx="1.8" fill="none" stroke="currentColor" />
          <rect x={x + 2} y={y + 2} width="3" height="3" rx=".9" />
        </g>
      ))}
    </svg>
  )
}

function dots(text: string) {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const isFinder = (x: number, y: number) =>
    (x < FINDER && y < FINDER) || (x >= size - FINDER && y < FINDER) || (x < FINDER && y >= size - FINDER)
  let path = ''
  data.forEach((isDark, index) => {
    const [x, y] = [index % size, Math.floor(index / size)]
    if (isDark && !isFinder(x, y)) path += `M${x} ${y}h0`
  })
  return { size, path }
}
