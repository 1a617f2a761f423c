import type { Metadata } from 'next'
import { requireUser } from '@/app/_server/viewer'
import { PageHead } from '@/components/ui/page-head'
import { UploadBoard } from '@/components/upload/upload-board'
import { rowOfView, type UploadRow } from '@/components/upload/upload-rows'
import { song } from '@/lib/cache/kinds/song'
import { cached } from '@/lib/cache/read'
import { env } from '@/lib/env'
import { uploadsOf } from '@/lib/media/queries'
import { ACCEPTED_FILES, type UploadView } from '@/lib/media/schema'
import { myRooms } from '@/lib/rooms/queries'

export const metadata: Metadata = { title: 'Upload' }

const SHOWN = 20

export default async function UploadPage() {
  const viewer = await requireUser()
  const [uploads, rooms] = await Promise.all([uploadsOf(viewer.userId), myRooms(viewer.userId)])
  const arrived = uploads.items.filter((upload) => upload.status !== 'pending').slice(0, SHOWN)
  return (
    <>
      <PageHead title="Upload" lead="Your own files, ready for every room." />
      <UploadBoard
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
