import { listInput, requireStaff, titledForStaff } from '@/app/_server/staff-page'
import { FindBar } from '@/components/admin/find-bar'
import { KeepFresh } from '@/components/admin/keep-fresh'
import { RoomRow } from '@/components/admin/room-row'
import { RowList } from '@/components/admin/row-list'
import { readText } from '@/components/language/read-text'
import { PageHead } from '@/components/ui/page-head'
import { listRooms } from '@/lib/admin/queries'
import { roomsInput } from '@/lib/admin/schema'
import { msg } from '@/lib/language/text'

export const generateMetadata = titledForStaff(msg('Open rooms, admin'), 'rooms:close')

const PATH = '/admin/rooms'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function RoomsPage({ searchParams }: Props) {
  const t = await readText()
  await requireStaff('rooms:close')
  const input = await listInput(searchParams, roomsInput)
  return (
    <>
      <KeepFresh everyMs={10_000} />
      <PageHead title={t('Open rooms')} lead={t('Every open room, private ones too, the newest first.')} />
      <FindBar path={PATH} q={input.q} what={t('Name or code')} />
      <RowList
        label={t('Rooms')}
        page={await listRooms(input)}
        place={{ path: PATH, parameters: input }}
        empty={{ title: t('No room is open'), text: t('One appears here as soon as somebody opens it.') }}
      >
        {(room) => <RoomRow key={room.code} room={room} />}
      </RowList>
    </>
  )
}
