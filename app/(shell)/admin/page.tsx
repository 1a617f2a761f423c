import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { requireStaff } from '@/app/_server/staff-page'
import { Trending } from '@/components/admin/trending'
import { hasRight } from '@/lib/admin/rights'
import { readLive } from './read-live'

export const metadata: Metadata = { title: 'Trending, admin', robots: { index: false } }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AdminPage({ searchParams }: Props) {
  const { role } = await requireStaff()
  if (!hasRight(role, 'trending:read')) redirect('/admin/songs')
  const { room } = await searchParams
  const code = typeof room === 'string' ? room : null
  return <Trending initial={await readLive(code)} />
}
