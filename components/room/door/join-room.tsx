import { useText } from '#text'
import { AuthFrame } from '@/components/auth/auth-frame'
import type { Viewer } from '@/lib/auth/viewer'
import type { Text } from '@/lib/language/text'
import type { RoomPreview } from '@/lib/rooms/schema'
import { JoinRoomForm } from './join-room-form'
import { LockedDoor } from './locked-door'

const QUIET = { h: 190, c: 0.1, h2: 60 }

/** At the door of a room: what is heard inside, and one button. */
export function JoinRoom({ preview, viewer }: { preview: RoomPreview; viewer: Viewer }) {
  const t = useText()
  if (preview.locked) return <LockedDoor preview={preview} />
  const knownAs = viewer.kind === 'user' ? viewer.displayName : null
  return (
    <AuthFrame
      isTall
      colour={preview.nowPlaying?.colour ?? QUIET}
      title={
        preview.nowPlaying && preview.listening > 0 ? t('{name} is listening', { name: preview.name }) : preview.name
      }
      lead={`${heard(t, preview)} ${knownAs ? t('You come in as {name}.', { name: knownAs }) : t('Tell them who you are and you are in.')}`}
      aside={<Inside preview={preview} />}
    >
      <JoinRoomForm code={preview.code} needsName={knownAs === null} />
    </AuthFrame>
  )
}

function heard(t: Text, { listening, nowPlaying, hostName }: RoomPreview): string {
  if (nowPlaying && listening > 0)
    return t('{listening, plural, one {# person hears} other {# people hear}} {title} right now.', {
      listening,
      title: nowPlaying.title,
    })
  if (nowPlaying) return t('{title} is on.', { title: nowPlaying.title })
  return t('{hostName} has the room open. Nothing plays yet.', { hostName })
}

function Inside({ preview: { nowPlaying, listening, name } }: { preview: RoomPreview }) {
  const t = useText()
  return (
    <div className="relative grid h-full place-content-center justify-items-center gap-2 p-8 text-center max-[899px]:pt-16">
      {nowPlaying ? (
        <>
          <img
            src={nowPlaying.coverUrl}
            alt={t('Cover of {title}', { title: nowPlaying.title })}
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
      <p className="mt-3 text-text-2">
        {listening ? t('{count} listening', { count: listening }) : t('Nobody is listening right now')}
      </p>
    </div>
  )
}
