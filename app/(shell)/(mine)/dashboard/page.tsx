import type { Metadata } from 'next'
import { requireUser } from '@/app/_server/viewer'
import { Dashboard } from '@/components/stats/dashboard'
import { myStats } from '@/lib/stats/queries'

export const metadata: Metadata = { title: 'My numbers' }

export default async function DashboardPage() {
  const viewer = await requireUser()
  return <Dashboard name={viewer.displayName} stats={await myStats(viewer.userId)} />
}
