import { titled } from '@/app/_server/titled'
import { requireUser } from '@/app/_server/viewer'
import { LikedSongs } from '@/components/library/liked-songs'
import { msg } from '@/lib/language/text'
import { likedCount, likedTracks } from '@/lib/likes/queries'
import { myRooms } from '@/lib/rooms/queries'

export const generateMetadata = titled(msg('Liked songs'))

export default async function LikedPage() {
  const { userId } = await requireUser()
  const [first, total, rooms] = await Promise.all([
    likedTracks({ userId, limit: 100 }),
    likedCount(userId),
    myRooms(userId),
  ])
  return (
    <LikedSongs
      first={first.ok ? first.value : { items: [], nextCursor: null }}
      total={total}
      rooms={rooms.map(({ code, name }) => ({ code, name }))}
    />
  )
}
