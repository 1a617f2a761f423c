import { useText } from '#text'
import { PageSkeleton } from '@/components/shell/page-skeleton'

export default function UploadLoading() {
  const t = useText()
  return <PageSkeleton label={t('Loading your uploads')} shape="rows" />
}
