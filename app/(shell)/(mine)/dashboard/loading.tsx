import { useText } from '#text'
import { PageSkeleton } from '@/components/shell/page-skeleton'

export default function DashboardLoading() {
  const t = useText()
  return <PageSkeleton label={t('Loading your numbers')} shape="numbers" />
}
