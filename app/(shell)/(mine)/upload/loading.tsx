import { PageSkeleton } from '@/components/shell/page-skeleton'

export default function UploadLoading() {
  return <PageSkeleton label="Loading your uploads" shape="rows" />
}
