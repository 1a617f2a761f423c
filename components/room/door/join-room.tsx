import { AuthFrame } from '@/components/auth/auth-frame'
import { countText } from '@/components/room/time-text'
import type { Viewer } from '@/lib/auth/viewer'
import type { RoomPreview } from '@/lib/rooms/schema'
import { JoinRoomForm } from './join-room-form'
import { LockedDoor } from './locked-door'

const QUIET = { h: 190, c: 0.1, h2: 60 }

/** At the door of a room: what is heard inside, and one button. */
export function JoinRoom({ preview, viewer }: { preview: RoomPreview; viewer: Viewer }) {
  if (preview.locked) return <LockedDoor preview={preview} />
  const knownAs = viewer.kind === 'user' ? viewer.displayName : null
  return (
    <AuthFrame
      isTall
      colour={preview.nowPlaying?.colour ?? QUIET}
      title={preview.nowPlaying && preview.listening > 0 ? `${preview.name} is listening` : preview.name}
      lead={`${heard(preview)} ${knownAs ? `You come in as ${knownAs}.` : 'Tell them who you are and you are in.'}`}
      aside={<Inside preview={preview} />}
    >
      <JoinRoomForm code={preview.code} needsName={knownAs === null} />
    </AuthFrame>
  )
}

function heard({ listening, nowPlaying, hostName }: RoomPreview): string {
  const people = `${countText(listening, 'person', 'people')} ${listening === 1 ? 'hears' : 'hear'}`
  if (nowPlaying && listening > 0) return `${people} ${nowPlaying.title} right now.`
  if (nowPlaying) return `${nowPlaying.title} is on.`
  return `${hostName} has the room open. Nothing plays yet.`
}

function Inside({ preview: { nowPlaying, listening, name } }: { preview: RoomPreview }) {
  return (
    <div className="relative grid h-full place-content-center justify-items-center gap-2 p-8 text-center max-[899px]:pt-16">
      {nowPlaying ? (
        <>
          {/* biome-ignore lint/performance/noImgElement: covers are small SVGs or already sized files */}
          <img
            src={nowPlaying.coverUrl}
            alt={`Cover of ${nowPlaying.title}`}
            width={320}
            height={320}
            className="mb-5 aspect-square w-[min(320px,60vw)] rounded-lg bg-surface-2 object-cover shadow-cover max-[899px]:mb-3 max-[899px]:w-44"
          />
          <p className="max-w-80 truncate text-lg font-semibold">{nowPlaying.title}</p>
          <p className="max-w-80 truncate text-text-2">{nowPlaying.artist}</p>
        </>
      ) : (
        <p className="max-w-80 truncate text-lg font-semibold">{name}</p>
      )}
      <p className="mt-3 text-text-2">{listening ? `${listening} listening` : 'Nobody is listening right now'}</p>
    </div>
  )
}
