import { SkeletonRows } from '@/components/ui/skeleton'

export default function LibraryLoading() {
  return <SkeletonRows rows={8} label="Loading your library" />
}
