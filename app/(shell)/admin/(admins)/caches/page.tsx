import type { Metadata } from 'next'
import { requireStaff } from '@/app/_server/staff-page'
import { Caches } from '@/components/admin/caches'
import { cacheOverview } from '@/lib/metrics/overview'

export const metadata: Metadata = { title: 'Caches, admin', robots: { index: false } }

export default async function CachesPage() {
  await requireStaff('caches:flush')
  return <Caches overview={await cacheOverview()} />
}
