import Link from 'next/link'
import { SaveSession } from '@/components/room/queue/save-session'
import type { RoomEnd } from '@/components/room/room-state'
import { buttonLook } from '@/components/ui/button-look'
import { Empty } from '@/components/ui/empty'
import { Brand } from '@/components/ui/mark'
import type { Dot } from '@/components/ui/motif'

type EndText = { title: string; text: (name: string) => string; dots: Dot[]; again?: string }

const OUTSIDE: Dot[] = [{ x: 44, y: 31, is: 'away' }]

const ENDS: Record<RoomEnd, EndText> = {
  closed: {
    title: 'This room has ended',
    text: (name) => `${name} is closed. Its songs and numbers are kept.`,
    dots: [
      { x: -34, y: 31, is: 'away' },
      { x: 34, y: 31, is: 'away' },
    ],
  },
  kicked: {
    title: 'You were taken out of this room',
    text: () => 'A host removed you. The songs you added stay.',
    dots: OUTSIDE,
    again: 'Join again',
  },
  banned: {
    title: 'You can’t come back to this room',
    text: () => 'A host removed you for good. The songs you added stay.',
    dots: OUTSIDE,
  },
  left: {
    title: 'You have left the room',
    text: (name) => `${name} plays on without you. The songs you added stay.`,
    dots: OUTSIDE,
    again: 'Come back in',
  },
  session: {
    title: 'You are signed out here',
    text: (name) => `${name} plays on. Sign in, or join again with a name.`,
    dots: OUTSIDE,
    again: 'Join again',
  },
}

/** There is no way on in this room: why, and where to go. */
type RoomEndProps = { end: RoomEnd; name: string; code: string; reason?: string | null }

export function RoomEndPage({ end, name, code, reason }: RoomEndProps) {
  const { title, text, dots, again } = ENDS[end]
  return (
    <main className="grid min-h-dvh grid-rows-[auto_1fr] p-5">
      <Brand />
      <Empty
        heading="h1"
        isPanel={false}
        className="m-auto"
        title={title}
        dots={dots}
        action={
          <>
            {again && (
              // A full load: the server decides anew who this is, and the old room's sound is gone for certain.
              <a href={`/r/${code}`} className={buttonLook({ variant: 'solid' })}>
                {again}
              </a>
            )}
            {end === 'closed' && code && (
              <SaveSession code={code} label="Save its songs as a playlist" variant="line" />
            )}
            <Link href="/" className={buttonLook({ variant: 'line' })}>
              Back to the start
            </Link>
          </>
        }
      >
        {text(name)}
        {reason && <span className="mt-2 block text-text-1">A moderator of Earshot closed it: “{reason}”</span>}
      </Empty>
    </main>
  )
}
