import { titled } from '@/app/_server/titled'
import { requireUser } from '@/app/_server/viewer'
import { Dashboard } from '@/components/stats/dashboard'
import { msg } from '@/lib/language/text'
import { myStats } from '@/lib/stats/queries'

export const generateMetadata = titled(msg('My numbers'))

export default async function DashboardPage() {
  const viewer = await requireUser()
  return <Dashboard name={viewer.displayName} stats={await myStats(viewer.userId)} />
}
