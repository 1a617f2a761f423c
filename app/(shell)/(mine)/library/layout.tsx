import type { ReactNode } from 'react'
import { requireUser } from '@/app/_server/viewer'
import { readText } from '@/components/language/read-text'
import { ImportList } from '@/components/library/import-list'
import { LibraryTabs } from '@/components/library/library-tabs'
import { NewPlaylist } from '@/components/library/new-playlist'
import { PageHead } from '@/components/ui/page-head'
import { playlists } from '@/lib/cache/kinds/playlists'
import { cached } from '@/lib/cache/read'
import { likedCount } from '@/lib/likes/queries'

export default async function LibraryLayout({ children }: { children: ReactNode }) {
  const t = await readText()
  const { userId } = await requireUser()
  const [mine, liked] = await Promise.all([cached(playlists, userId), likedCount(userId)])
  return (
    <>
      <PageHead title={t('Library')} lead={t('What you keep, ready for every room.')}>
        <ImportList />
        <NewPlaylist />
      </PageHead>
      <LibraryTabs playlists={mine.length} liked={liked} />
      {children}
    </>
  )
}
