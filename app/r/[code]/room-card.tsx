import { oklchHex } from '@/lib/catalog/oklch-hex'
import type { CoverColour } from '@/lib/catalog/track'

export type RoomCardContent = {
  name: string
  song: { title: string; artist: string } | null
  line: string
  /** A data URL. */
  cover: string | null
  colour: CoverColour
}

/** The room as a link card of 1200 × 630. In the subset of CSS that the renderer knows. */
export function RoomCard({ name, song, line, cover, colour: { h, c, h2 } }: RoomCardContent) {
  const glow = (hue: number) => oklchHex(0.36, c * 0.9, hue)
  const ground = oklchHex(0.19, c * 0.08, h)
  return (
    <div
      style={{
        display: 'flex',
        width: '100%',
        height: '100%',
        alignItems: 'center',
        gap: 64,
        padding: 76,
        color: oklchHex(0.97, 0.004, h),
        fontFamily: 'Geist',
        backgroundColor: ground,
        backgroundImage: `radial-gradient(circle at 18% 40%, ${glow(h)}, ${ground} 55%), linear-gradient(120deg, ${ground} 60%, ${glow(h2)})`,
      }}
    >
      {cover && (
        // biome-ignore lint/a11y/useAltText: the card has one text for all of it
        <img src={cover} width={400} height={400} style={{ borderRadius: 24, flexShrink: 0 }} />
      )}
      <div style={{ display: 'flex', flexDirection: 'column', flex: 1, height: 400, justifyContent: 'space-between' }}>
        <div style={{ display: 'flex', flexDirection: 'column' }}>
          <div
            style={{ fontSize: name.length > 26 ? 52 : 68, fontWeight: 600, letterSpacing: '-0.03em', lineHeight: 1.1 }}
          >
            {name}
          </div>
          {song && (
            <div style={{ display: 'flex', flexDirection: 'column', marginTop: 26, fontSize: 34, lineHeight: 1.3 }}>
              <div>{song.title}</div>
              <div style={{ color: oklchHex(0.79, 0.012, h) }}>{song.artist}</div>
            </div>
          )}
        </div>
        <div style={{ display: 'flex', alignItems: 'center', gap: 20, fontSize: 28, color: oklchHex(0.79, 0.012, h) }}>
          <svg width="44" height="44" viewBox="0 0 32 32" role="presentation">
            <path d="M15 3a13 13 0 0 0 0 26v-4.2a8.8 8.8 0 0 1 0-17.6z" fill={oklchHex(0.97, 0.004, h)} />
            <path d="M15 11.2a4.8 4.8 0 0 0 0 9.6z" fill={oklchHex(0.97, 0.004, h)} />
            <rect x="18" y="1" width="2.6" height="30" rx="1.3" fill={oklchHex(0.82, c, h)} />
          </svg>
          {line}
        </div>
      </div>
    </div>
  )
}
