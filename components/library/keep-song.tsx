'use client'
import { useRoomContext } from '@/components/room/room-context'
import { AddToPlaylist } from './add-to-playlist'
import { LikeButton } from './like-button'

/** In a room: a heart and a list for what plays. Guests have no library. */
export function KeepSong({ track }: { track: { id: string; title: string } }) {
  const { me } = useRoomContext().room
  if (me.isGuest) return null
  return (
    <span className="-my-1.5 ml-1 flex flex-none">
      <LikeButton key={track.id} track={track} size="sm" />
      <AddToPlaylist track={track} size="sm" />
    </span>
  )
}
