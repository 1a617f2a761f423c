import { requireStaff } from '@/app/_server/staff-page'
import { titled } from '@/app/_server/titled'
import { Caches } from '@/components/admin/caches'
import { msg } from '@/lib/language/text'
import { cacheOverview } from '@/lib/metrics/overview'

export const generateMetadata = titled(msg('Caches, admin'), { isFound: false })

export default async function CachesPage() {
  await requireStaff('caches:flush')
  return <Caches overview={await cacheOverview()} />
}
