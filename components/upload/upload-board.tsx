'use client'
import { useText } from '#text'
import type { RoomChoice } from '@/components/home/add-to-room'
import type { Text } from '@/lib/language/text'
import { DropZone } from './drop-zone'
import { UploadItem } from './upload-item'
import type { UploadRow } from './upload-rows'
import { useUploads } from './use-uploads'

export function UploadBoard({
  userId,
  earlier,
  rooms,
  accept,
  maxMb,
}: {
  userId: string
  earlier: UploadRow[]
  rooms: RoomChoice[]
  accept: string
  maxMb: number
}) {
  const t = useText()
  const { rows, add, ...actions } = useUploads(userId, earlier)
  return (
    <>
      <DropZone
        accept={accept}
        limit={t('mp3, flac, wav, ogg, opus, m4a up to {maxMb} MB each', { maxMb })}
        onFiles={add}
      />
      <p className="sr-only" aria-live="polite">
        {spoken(t, rows)}
      </p>
      {rows.length > 0 ? (
        <section aria-labelledby="your-uploads" className="mt-8">
          <h2 id="your-uploads" className="mb-3 font-semibold text-lg">
            {t('Your uploads')}
          </h2>
          <ul className="hairline rounded-lg bg-surface-1">
            {rows.map((row) => (
              <UploadItem key={row.key} row={row} rooms={rooms} actions={actions} />
            ))}
          </ul>
        </section>
      ) : (
        <p className="mt-4 text-balance text-center text-sm text-text-3">
          {t(
            'Each file is checked, levelled and made light enough for a phone, usually in seconds. Close the page meanwhile if you like.',
          )}
        </p>
      )}
    </>
  )
}

function spoken(t: Text, rows: UploadRow[]): string {
  const [latest] = rows
  if (!latest) return ''
  if (latest.phase === 'done') return t('{title} is ready', { title: latest.track?.title ?? latest.fileName })
  if (latest.phase === 'working')
    return t('{fileName} has arrived and is being processed', { fileName: latest.fileName })
  return latest.failure ? t.heard(latest.failure) : ''
}
