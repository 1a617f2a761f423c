import { useText } from '#text'
import { Progress } from '@/components/ui/progress'
import { Pulse } from '@/components/ui/pulse'
import type { ImportEvent } from '@/lib/playlists/import-schema'

/** How far an import is. Closing the dialog does not end it. */
export function ImportRunning({ fileName, now }: { fileName: string; now: ImportEvent | null }) {
  const t = useText()
  const part = now?.type === 'progress' ? (now.part ?? 0) : 0
  return (
    <div className="grid gap-3 py-4">
      <div className="flex items-center gap-3">
        <Pulse state="wait" className="text-accent" />
        <span className="min-w-0 flex-1 truncate font-medium" title={fileName}>
          {fileName}
        </span>
        <span className="mono text-sm text-text-2">{Math.round(part * 100)} %</span>
      </div>
      <Progress label={t('Importing {fileName}', { fileName })} value={part * 100} />
      <p className="text-sm text-text-3" aria-live="polite">
        {now
          ? t('{added, number} songs of {lines, number} lines are in.', { added: now.added, lines: now.lines })
          : t('The file is on its way.')}
      </p>
    </div>
  )
}
