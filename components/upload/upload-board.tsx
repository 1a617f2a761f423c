'use client'
import type { RoomChoice } from '@/components/home/add-to-room'
import { DropZone } from './drop-zone'
import { UploadItem } from './upload-item'
import type { UploadRow } from './upload-rows'
import { useUploads } from './use-uploads'

export function UploadBoard({
  earlier,
  rooms,
  accept,
  maxMb,
}: {
  earlier: UploadRow[]
  rooms: RoomChoice[]
  accept: string
  maxMb: number
}) {
  const { rows, add, ...actions } = useUploads(earlier)
  return (
    <>
      <DropZone accept={accept} limit={`mp3, flac, wav, ogg, opus, m4a up to ${maxMb} MB each`} onFiles={add} />
      <p className="sr-only" aria-live="polite">
        {spoken(rows)}
      </p>
      {rows.length > 0 ? (
        <section aria-labelledby="your-uploads" className="mt-8">
          <h2 id="your-uploads" className="mb-3 font-semibold text-lg">
            Your uploads
          </h2>
          <ul className="hairline rounded-lg bg-surface-1">
            {rows.map((row) => (
              <UploadItem key={row.key} row={row} rooms={rooms} actions={actions} />
            ))}
          </ul>
        </section>
      ) : (
        <p className="mt-4 text-balance text-center text-sm text-text-3">
          Each file is checked, levelled and made light enough for a phone, usually in seconds. Close the page meanwhile
          if you like.
        </p>
      )}
    </>
  )
}

function spoken(rows: UploadRow[]): string {
  const [latest] = rows
  if (!latest) return ''
  if (latest.phase === 'done') return `${latest.track?.title ?? latest.fileName} is ready`
  if (latest.phase === 'working') return `${latest.fileName} has arrived and is being processed`
  return latest.failure ?? ''
}
