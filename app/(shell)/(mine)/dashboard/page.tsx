import { titled } from '@/app/_server/titled'
import { getFace, requireUser } from '@/app/_server/viewer'
import { Dashboard } from '@/components/stats/dashboard'
import { msg } from '@/lib/language/text'
import { myStats } from '@/lib/stats/queries'

export const generateMetadata = titled(msg('My numbers'))

export default async function DashboardPage() {
  const viewer = await requireUser()
  const [face, stats] = await Promise.all([getFace(viewer.userId), myStats(viewer.userId)])
  return <Dashboard name={(face ?? viewer).displayName} stats={stats} />
}
