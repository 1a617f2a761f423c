import Link from 'next/link'
import { useText } from '#text'
import { SaveSession } from '@/components/room/queue/save-session'
import type { RoomEnd } from '@/components/room/room-state'
import { buttonLook } from '@/components/ui/button-look'
import { Empty } from '@/components/ui/empty'
import { Brand } from '@/components/ui/mark'
import type { Dot } from '@/components/ui/motif'
import { msg } from '@/lib/language/text'

/** In English; `{name}` is the room's. */
type EndText = { title: string; text: string; dots: Dot[]; again?: string }

const OUTSIDE: Dot[] = [{ x: 44, y: 31, is: 'away' }]

const ENDS: Record<RoomEnd, EndText> = {
  closed: {
    title: msg('This room has ended'),
    text: msg('{name} is closed. Its songs and numbers are kept.'),
    dots: [
      { x: -34, y: 31, is: 'away' },
      { x: 34, y: 31, is: 'away' },
    ],
  },
  kicked: {
    title: msg('You were taken out of this room'),
    text: msg('The host or a moderator removed you. The songs you added stay.'),
    dots: OUTSIDE,
    again: msg('Join again'),
  },
  outside: {
    title: msg('You are not in this room any more'),
    text: msg('You left it elsewhere, or were removed. The songs you added stay.'),
    dots: OUTSIDE,
    again: msg('Join again'),
  },
  banned: {
    title: msg('You can’t come back to this room'),
    text: msg('The host can let you in again. The songs you added stay.'),
    dots: OUTSIDE,
    again: msg('Look again'),
  },
  left: {
    title: msg('You have left the room'),
    text: msg('{name} plays on without you. The songs you added stay.'),
    dots: OUTSIDE,
    again: msg('Come back in'),
  },
  session: {
    title: msg('You are signed out here'),
    text: msg('{name} plays on. Sign in, or join again with a name.'),
    dots: OUTSIDE,
    again: msg('Join again'),
  },
}

type RoomEndProps = {
  end: RoomEnd
  name: string
  code: string
  reason?: string | null
  /** Who was in a room that has ended may see what was counted there. */
  hasNumbers?: boolean
}

/** There is no way on in this room: why, and where to go. */
export function RoomEndPage({ end, name, code, reason, hasNumbers }: RoomEndProps) {
  const t = useText()
  const { title, text, dots, again } = ENDS[end]
  return (
    <main className="grid min-h-dvh grid-rows-[auto_1fr] p-5">
      <Brand />
      <Empty
        heading="h1"
        isPanel={false}
        className="m-auto"
        title={t(title)}
        dots={dots}
        action={
          <>
            {again && (
              // A full load: the server decides anew who this is, and the old room's sound is gone for certain.
              <a href={`/r/${code}`} className={buttonLook({ variant: 'solid' })}>
                {t(again)}
              </a>
            )}
            {end === 'closed' && code && (
              <SaveSession code={code} label={t('Save its songs as a playlist')} variant="line" />
            )}
            {hasNumbers && (
              <Link href={`/r/${code}/stats`} className={buttonLook({ variant: 'line' })}>
                {t('Numbers of this room')}
              </Link>
            )}
            <Link href="/" className={buttonLook({ variant: 'line' })}>
              {t('Back to the start')}
            </Link>
          </>
        }
      >
        {t(text, { name })}
        {reason && (
          <span className="mt-2 block text-text-1">
            {t('A moderator of Earshot closed it: “{reason}”', { reason })}
          </span>
        )}
      </Empty>
    </main>
  )
}
