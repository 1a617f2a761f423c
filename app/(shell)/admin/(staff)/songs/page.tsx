import { listInput, requireStaff, titledForStaff } from '@/app/_server/staff-page'
import { FindBar } from '@/components/admin/find-bar'
import { RowList } from '@/components/admin/row-list'
import { SongRow } from '@/components/admin/song-rows'
import { readText } from '@/components/language/read-text'
import { PageHead } from '@/components/ui/page-head'
import { listSongs } from '@/lib/admin/queries'
import { songsInput } from '@/lib/admin/schema'
import { msg } from '@/lib/language/text'

export const generateMetadata = titledForStaff(msg('Songs, admin'), 'songs:block')

const PATH = '/admin/songs'
const STATUSES = [
  { value: 'ready', label: msg('Ready') },
  { value: 'processing', label: msg('In preparation') },
  { value: 'failed', label: msg('Failed') },
  { value: 'blocked', label: msg('Blocked') },
] as const

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SongsPage({ searchParams }: Props) {
  const t = await readText()
  await requireStaff('songs:block')
  const input = await listInput(searchParams, songsInput)
  return (
    <>
      <PageHead
        title={t('Songs')}
        lead={t('Everything that was uploaded. A blocked song is found and played by nobody.')}
      />
      <FindBar
        path={PATH}
        q={input.q}
        what={t('Title or artist')}
        filter={{ name: 'status', chosen: input.status, options: STATUSES }}
      />
      <RowList
        label={t('Songs')}
        page={await listSongs(input)}
        place={{ path: PATH, parameters: input }}
        empty={{ title: t('No songs yet'), text: t('They appear here as people upload them.') }}
      >
        {(song) => <SongRow key={song.songId} song={song} />}
      </RowList>
    </>
  )
}
