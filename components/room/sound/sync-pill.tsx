'use client'

import { useText } from '#text'
import { useScreen } from '@/components/room/screen-context'
import { IconButton } from '@/components/ui/icon-button'
import { Pulse } from '@/components/ui/pulse'
import { usePlayerView } from './player-context'
import { msText, SYNC_LOOKS } from './sync-text'

/** How my sound stands, in the header; opens the sync card. */
export function SyncPill() {
  const t = useText()
  const { overlay, show } = useScreen()
  const { status, syncMs } = usePlayerView()
  const { word, pulse, colour } = SYNC_LOOKS[status]
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-expanded={overlay === 'sync'}
      onClick={() => show(overlay === 'sync' ? null : 'sync')}
      className="inline-flex h-9 flex-none items-center gap-2 rounded-full px-3 text-sm font-medium whitespace-nowrap text-text-2 transition-colors duration-[120ms] hover:bg-surface-2 hover:text-text-1"
    >
      <Pulse state={pulse} className={colour} />
      {t(word)}
      {syncMs !== null && (
        <span className="mono min-w-[52px] text-right font-normal max-sm:hidden">{msText(t, syncMs)}</span>
      )}
    </button>
  )
}

/** The same as a dot on the line. */
export function SyncDot() {
  const t = useText()
  const { show } = useScreen()
  const { status } = usePlayerView()
  const { word, pulse, colour } = SYNC_LOOKS[status]
  return (
    <IconButton label={t('Sync: {word}', { word: t(word) })} onClick={() => show('sync')}>
      <Pulse state={pulse} className={colour} />
    </IconButton>
  )
}
