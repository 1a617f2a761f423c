import { titledForStaff } from '@/app/_server/staff-page'
import { Trending } from '@/components/admin/trending'
import { msg } from '@/lib/language/text'
import { readLive } from '../read-live'

export const generateMetadata = titledForStaff(msg('Trending, admin'), 'audit:read')

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AdminPage({ searchParams }: Props) {
  const { room } = await searchParams
  const code = typeof room === 'string' ? room : null
  return <Trending initial={await readLive(code)} />
}
