import type { Metadata } from 'next'
import { listInput, requireStaff } from '@/app/_server/staff-page'
import { FindBar } from '@/components/admin/find-bar'
import { RowList } from '@/components/admin/row-list'
import { SongRow } from '@/components/admin/song-rows'
import { PageHead } from '@/components/ui/page-head'
import { listSongs } from '@/lib/admin/queries'
import { songsInput } from '@/lib/admin/schema'

export const metadata: Metadata = { title: 'Songs, admin', robots: { index: false } }

const PATH = '/admin/songs'
const STATUSES = [
  { value: 'ready', label: 'Ready' },
  { value: 'processing', label: 'In preparation' },
  { value: 'failed', label: 'Failed' },
  { value: 'blocked', label: 'Blocked' },
] as const

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SongsPage({ searchParams }: Props) {
  await requireStaff('songs:block')
  const input = await listInput(searchParams, songsInput)
  return (
    <>
      <PageHead title="Songs" lead="Everything that was uploaded. A blocked song is found and played by nobody." />
      <FindBar
        path={PATH}
        q={input.q}
        what="Title or artist"
        filter={{ name: 'status', chosen: input.status, options: STATUSES }}
      />
      <RowList
        label="Songs"
        page={await listSongs(input)}
        place={{ path: PATH, parameters: input }}
        empty={{ title: 'No songs yet', text: 'They appear here as people upload them.' }}
      >
        {(song) => <SongRow key={song.songId} song={song} />}
      </RowList>
    </>
  )
}
