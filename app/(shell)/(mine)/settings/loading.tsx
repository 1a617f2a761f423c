import { useText } from '#text'
import { PageSkeleton } from '@/components/shell/page-skeleton'

export default function SettingsLoading() {
  const t = useText()
  return <PageSkeleton label={t('Loading your settings')} shape="rows" />
}
