import { useText } from '#text'
import { SkeletonRows } from '@/components/ui/skeleton'

export default function LibraryLoading() {
  const t = useText()
  return <SkeletonRows rows={8} label={t('Loading your library')} />
}
