import { db, type Prisma } from '@/lib/db'
import { ok, type Result, refuse } from '@/lib/result'
import { isUploadId } from './raw-files'
import type { UploadView } from './schema'

const uploadSelect = {
  id: true,
  fileName: true,
  status: true,
  progress: true,
  failure: true,
  songId: true,
  createdAt: true,
  song: { select: { trackId: true } },
} as const satisfies Prisma.UploadSelect

/** How an upload is getting on. Refuses `not_found`, also for somebody else's. */
export async function uploadStatus({ id, userId }: { id: string; userId: string }): Promise<Result<UploadView>> {
  const row = isUploadId(id) && (await db().upload.findFirst({ where: { id, userId }, select: uploadSelect }))
  return row ? ok(uploadView(row)) : refuse('not_found', 'There is no such upload of yours.')
}

/** A user's latest uploads, the newest first. */
export async function uploadsOf(userId: string): Promise<{ items: UploadView[]; nextCursor: null }> {
  const rows = await db().upload.findMany({
    where: { userId },
    orderBy: { createdAt: 'desc' },
    take: 100,
    select: uploadSelect,
  })
  return { items: rows.map(uploadView), nextCursor: null }
}

export async function ownsUpload({ id, userId }: { id: string; userId: string }): Promise<boolean> {
  return (await db().upload.count({ where: { id, userId } })) > 0
}

function uploadView(row: Prisma.UploadGetPayload<{ select: typeof uploadSelect }>): UploadView {
  const { song, createdAt, ...rest } = row
  return { ...rest, trackId: song?.trackId ?? null, createdAt: createdAt.toISOString() }
}
