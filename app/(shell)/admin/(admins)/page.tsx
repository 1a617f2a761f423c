import type { Metadata } from 'next'
import { Trending } from '@/components/admin/trending'
import { readLive } from '../read-live'

export const metadata: Metadata = { title: 'Trending, admin', robots: { index: false } }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AdminPage({ searchParams }: Props) {
  const { room } = await searchParams
  const code = typeof room === 'string' ? room : null
  return <Trending initial={await readLive(code)} />
}
