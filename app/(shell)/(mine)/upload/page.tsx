import { titled } from '@/app/_server/titled'
import { requireUser } from '@/app/_server/viewer'
import { readText } from '@/components/language/read-text'
import { PageHead } from '@/components/ui/page-head'
import { UploadBoard } from '@/components/upload/upload-board'
import { rowOfView, type UploadRow } from '@/components/upload/upload-rows'
import { song } from '@/lib/cache/kinds/song'
import { cached } from '@/lib/cache/read'
import { env } from '@/lib/env'
import { msg } from '@/lib/language/text'
import { uploadsOf } from '@/lib/media/queries'
import { ACCEPTED_FILES, type UploadView } from '@/lib/media/schema'
import { myRooms } from '@/lib/rooms/queries'

export const generateMetadata = titled(msg('Upload'))

const SHOWN = 20

export default async function UploadPage() {
  const t = await readText()
  const viewer = await requireUser()
  const [uploads, rooms] = await Promise.all([uploadsOf(viewer.userId), myRooms(viewer.userId)])
  const arrived = uploads.items.filter((upload) => upload.status !== 'pending').slice(0, SHOWN)
  return (
    <>
      <PageHead title={t('Upload')} lead={t('Your own files, ready for every room.')} />
      <UploadBoard
        key={viewer.userId}
        userId={viewer.userId}
        earlier={await Promise.all(arrived.map(withTrack))}
        rooms={rooms.map(({ code, name }) => ({ code, name }))}
        accept={ACCEPTED_FILES}
        maxMb={env().MAX_UPLOAD_MB}
      />
    </>
  )
}

async function withTrack(view: UploadView): Promise<UploadRow> {
  const track = view.trackId ? await cached(song, view.trackId) : null
  return rowOfView(view, track?.ok ? { ...track.value, peaks: [] } : null)
}
