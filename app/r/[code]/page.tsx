import type { Metadata } from 'next'
import { readText } from '@/components/language/read-text'
import { JoinRoom } from '@/components/room/door/join-room'
import { NoRoom } from '@/components/room/door/no-room'
import { RoomEndPage } from '@/components/room/door/room-end-page'
import { RoomScreen } from '@/components/room/room-screen'
import type { CoverColour } from '@/lib/catalog/track'
import { hasYoutube } from '@/lib/providers/piped-hosts'
import { outsideTitle } from './outside-title'
import { readRoom } from './read-room'
import { shareOrigin } from './share-origin'

type Props = { params: Promise<{ code: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await readText()
  const visit = await readRoom((await params).code)
  if (visit.kind === 'refused' || visit.kind === 'ended')
    return { title: t(outsideTitle(visit)), robots: { index: false } }
  const { name, song } =
    visit.kind === 'member'
      ? { name: visit.snapshot.room.name, song: visit.snapshot.nowPlaying?.track.title }
      : { name: visit.preview.name, song: visit.preview.nowPlaying?.title }
  const title = song ? t('{song} in {name}', { song, name }) : name
  return {
    title,
    description: t('Listen together in {name}. No account, just a name.', { name }),
    // Whoever has the address has the code.
    robots: { index: false },
    openGraph: { title, description: t('Listen together in {name}. No account, just a name.', { name }) },
  }
}

export default async function RoomPage({ params }: Props) {
  const t = await readText()
  const { code } = await params
  const visit = await readRoom(code)
  if (visit.kind === 'member')
    return (
      <>
        <Colour colour={visit.snapshot.nowPlaying?.track.colour ?? null} />
        <RoomScreen
          initial={visit.snapshot}
          details={visit.details}
          notices={visit.notices}
          shareOrigin={await shareOrigin()}
          hasYoutube={hasYoutube()}
        />
      </>
    )
  if (visit.kind === 'ended')
    return <RoomEndPage end="closed" name={visit.room.name} code={visit.room.code} hasNumbers />
  if (visit.kind !== 'refused') return <JoinRoom preview={visit.preview} viewer={visit.viewer} />
  const { refusal } = visit
  if (refusal.code === 'room_closed') return <RoomEndPage end="closed" name={t('The room')} code={code} />
  if (refusal.code === 'banned') return <RoomEndPage end="banned" name={t('The room')} code={code} />
  return <NoRoom code={code} message={refusal.code === 'room_not_found' ? null : refusal.message} />
}

/** The song's colour from the first paint on; later ones are set as they begin. */
function Colour({ colour }: { colour: CoverColour | null }) {
  if (!colour) return null
  return <style>{`:root{--h:${colour.h};--c:${colour.c};--h2:${colour.h2}}`}</style>
}
