import { PageSkeleton } from '@/components/shell/page-skeleton'

export default function AdminLoading() {
  return <PageSkeleton label="Loading" shape="rows" />
}
