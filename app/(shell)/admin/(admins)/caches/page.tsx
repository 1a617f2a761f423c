import { requireStaff, titledForStaff } from '@/app/_server/staff-page'
import { Caches } from '@/components/admin/caches'
import { msg } from '@/lib/language/text'
import { cacheOverview } from '@/lib/metrics/overview'

export const generateMetadata = titledForStaff(msg('Caches, admin'), 'caches:flush')

export default async function CachesPage() {
  await requireStaff('caches:flush')
  return <Caches overview={await cacheOverview()} />
}
