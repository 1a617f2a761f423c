import type { Metadata } from 'next'
import { readText } from '@/components/language/read-text'
import { LockedDoor } from '@/components/room/door/locked-door'
import { NoRoom } from '@/components/room/door/no-room'
import { RoomEndPage } from '@/components/room/door/room-end-page'
import { BigScreen } from '@/components/screen/big-screen'
import { OpenScreen } from '@/components/screen/open-screen'
import { outsideTitle } from '../outside-title'
import { readRoom } from '../read-room'
import { shareOrigin } from '../share-origin'

type Props = { params: Promise<{ code: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await readText()
  const visit = await readRoom((await params).code)
  const isOutside = visit.kind === 'refused' || visit.kind === 'ended'
  return { title: isOutside ? t(outsideTitle(visit)) : t('Big screen'), robots: { index: false } }
}

export default async function ScreenPage({ params }: Props) {
  const t = await readText()
  const { code } = await params
  const visit = await readRoom(code)
  if (visit.kind === 'member' || visit.kind === 'screen')
    return <BigScreen initial={visit.snapshot} details={visit.details} shareOrigin={await shareOrigin()} />
  if (visit.kind === 'stranger')
    return visit.preview.locked ? <LockedDoor preview={visit.preview} /> : <OpenScreen preview={visit.preview} />
  if (visit.kind === 'ended')
    return <RoomEndPage end="closed" name={visit.room.name} code={visit.room.code} hasNumbers />
  const { refusal } = visit
  if (refusal.code === 'room_closed' || refusal.code === 'banned')
    return <RoomEndPage end={refusal.code === 'banned' ? 'banned' : 'closed'} name={t('The room')} code={code} />
  return <NoRoom code={code} message={refusal.code === 'room_not_found' ? null : refusal.message} />
}
