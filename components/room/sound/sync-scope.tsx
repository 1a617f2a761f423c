import { useText } from '#text'
import { cn } from '@/components/ui/cn'
import { LATE_MS } from '@/lib/playback/step'

const EDGE_MS = 40

/** Where my sound stands beside the line that is now. */
export function SyncScope({ syncMs }: { syncMs: number | null }) {
  const t = useText()
  const shown = Math.max(-EDGE_MS, Math.min(EDGE_MS, syncMs ?? 0))
  const isLate = Math.abs(syncMs ?? 0) > LATE_MS
  return (
    <div aria-hidden="true" className="mt-4">
      <div className="sync-scope">
        {syncMs !== null && (
          <i
            style={{ left: `${Math.round(50 + (shown / EDGE_MS) * 48)}%` }}
            className={cn(
              'absolute top-[42px] -ml-1 size-2 rounded-full transition-[left] duration-[240ms] ease-settle',
              isLate
                ? 'bg-warning shadow-[0_0_0_2px_var(--surface-1)]'
                : 'bg-accent-strong shadow-[0_0_0_2px_var(--surface-1),0_0_0_4px_var(--accent)]',
            )}
          />
        )}
      </div>
      <div className="mono mt-1 flex justify-between text-[11px]/4 text-text-3">
        <span>{t('{ms} ms early', { ms: EDGE_MS })}</span>
        <span>{t('now')}</span>
        <span>{t('late {ms} ms', { ms: EDGE_MS })}</span>
      </div>
    </div>
  )
}
