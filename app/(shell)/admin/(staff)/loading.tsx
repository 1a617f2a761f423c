import { useText } from '#text'
import { PageSkeleton } from '@/components/shell/page-skeleton'

export default function AdminLoading() {
  const t = useText()
  return <PageSkeleton label={t('Loading')} shape="rows" />
}
