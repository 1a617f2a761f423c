import { profileOf } from '@/lib/auth/queries'
import { publish } from '@/lib/bus'
import { db, type Tx } from '@/lib/db'
import { storePicture } from '@/lib/media/pictures'
import { removeFile } from '@/lib/media/storage'
import { ok, type Result, refuse } from '@/lib/result'
import { lockRoomsOf, newsOf } from './rooms'

type Profile = NonNullable<Awaited<ReturnType<typeof profileOf>>>

/** Also in the rooms that one is in, where one has no other name there. Refuses `session_ended`. */
export function changeDisplayName({ userId, displayName }: { userId: string; displayName: string }) {
  return changeLook(userId, async (tx, roomIds) => {
    const before = await tx.user.findUnique({ where: { id: userId }, select: { displayName: true } })
    if (!before) return
    await tx.user.update({ where: { id: userId }, data: { displayName } })
    await tx.roomMember.updateMany({
      where: { userId, roomId: { in: roomIds }, displayName: before.displayName },
      data: { displayName },
    })
  })
}

/** Refuses `not_image`, `session_ended`. */
export async function setAvatar({ userId, bytes }: { userId: string; bytes: Uint8Array }): Promise<Result<Profile>> {
  const stored = await storePicture(bytes, 'avatars')
  return stored.ok ? exchangeAvatar(userId, `/media/${stored.value.key}`) : stored
}

/** Back to the letter. */
export const clearAvatar = (userId: string): Promise<Result<Profile>> => exchangeAvatar(userId, null)

async function exchangeAvatar(userId: string, avatarUrl: string | null): Promise<Result<Profile>> {
  let unused = avatarUrl
  const changed = await changeLook(userId, async (tx) => {
    // Locked, so that of two pictures at once the first one's file goes.
    const [before] = await tx.$queryRaw<{ avatarUrl: string | null }[]>`
      SELECT "avatarUrl" FROM "User" WHERE "id" = ${userId}::uuid FOR NO KEY UPDATE`
    if (!before) return
    await tx.user.update({ where: { id: userId }, data: { avatarUrl } })
    unused = before.avatarUrl
  })
  if (unused) await removeFile(unused.replace(/^\/media\//, ''))
  return changed
}

async function changeLook(
  userId: string,
  change: (tx: Tx, roomIds: string[]) => Promise<void>,
): Promise<Result<Profile>> {
  const news = await db().$transaction(async (tx) => {
    const roomIds = await lockRoomsOf(tx, userId)
    await change(tx, roomIds)
    return newsOf(tx, userId, roomIds)
  })
  for (const message of news) await publish(message)
  const profile = await profileOf(userId)
  return profile ? ok(profile) : refuse('session_ended', 'This account is gone.')
}
