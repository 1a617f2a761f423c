import type { Metadata } from 'next'
import { listInput, requireStaff } from '@/app/_server/staff-page'
import { FindBar } from '@/components/admin/find-bar'
import { KeepFresh } from '@/components/admin/keep-fresh'
import { RoomRow } from '@/components/admin/room-row'
import { RowList } from '@/components/admin/row-list'
import { PageHead } from '@/components/ui/page-head'
import { listRooms } from '@/lib/admin/queries'
import { roomsInput } from '@/lib/admin/schema'

export const metadata: Metadata = { title: 'Live rooms, admin', robots: { index: false } }

const PATH = '/admin/rooms'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function RoomsPage({ searchParams }: Props) {
  await requireStaff('rooms:close')
  const input = await listInput(searchParams, roomsInput)
  return (
    <>
      <KeepFresh everyMs={10_000} />
      <PageHead title="Live rooms" lead="Every open room, private ones too, the newest first." />
      <FindBar path={PATH} q={input.q} what="Name or code" />
      <RowList
        label="Rooms"
        page={await listRooms(input)}
        place={{ path: PATH, parameters: input }}
        empty={{ title: 'No room is open', text: 'One appears here as soon as somebody opens it.' }}
      >
        {(room) => <RoomRow key={room.code} room={room} />}
      </RowList>
    </>
  )
}
