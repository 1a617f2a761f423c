'use client'

import { useText } from '#text'
import { useRoomContext } from '@/components/room/room-context'
import { usePlayerView } from '@/components/room/sound/player-context'
import { LATE_MS } from '@/lib/playback/step'

/** 1 px is 1 ms; what is further off than this stands at the edge. */
const EDGE_MS = 40
const SHOWN = 6

/** Who hears this instant: me first, where my sound stands; the others hang on the line while they are connected. */
export function InstantDots({ labelLeft }: { labelLeft: boolean }) {
  const t = useText()
  const { listening, me } = useRoomContext().room
  const { syncMs, status } = usePlayerView()
  const isHeard = status === 'in-step' || status === 'catching-up'
  const x = Math.max(-EDGE_MS, Math.min(EDGE_MS, Math.round(syncMs ?? 0)))
  const isLate = isHeard && Math.abs(syncMs ?? 0) > LATE_MS
  const others = listening.filter((memberId) => memberId !== me.memberId)
  const shown = others.slice(0, SHOWN - 1)
  const side = labelLeft ? 'right-3.5' : 'left-3.5'
  return (
    <div aria-hidden="true" className="absolute bottom-1.5 left-0 h-[52px] w-0">
      <i
        className={`instant-dot me ${status === 'locked' ? 'hollow' : ''} ${isHeard ? 'beat' : ''} ${isLate ? 'off' : ''}`}
        style={{ translate: `${x}px 0` }}
      />
      {shown.map((memberId, index) => (
        <i key={memberId} className="instant-dot beat" style={{ translate: `0 ${(index + 1) * 10}px` }} />
      ))}
      <span className={`absolute top-[5px] text-xs whitespace-nowrap text-text-2 ${side}`}>
        {t('{count} listening', { count: t.number(listening.length) })}
      </span>
      {isLate && (
        <span className={`absolute top-[25px] text-xs whitespace-nowrap text-warning ${side}`}>
          {t('You are {ms} ms {way, select, late {late} other {early}}', {
            ms: Math.round(Math.abs(syncMs ?? 0)),
            way: (syncMs ?? 0) > 0 ? 'late' : 'early',
          })}
        </span>
      )}
    </div>
  )
}
