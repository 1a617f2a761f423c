import { Loading, Skeleton } from '@/components/ui/skeleton'

/** A title and what stands below it, for pages that wait for the database. */
export function PageSkeleton({ label, shape }: { label: string; shape: 'numbers' | 'rows' }) {
  return (
    <>
      <h1 className="sr-only">{label}</h1>
      <Loading label={label}>
        <Skeleton className="mt-2 mb-3 h-7 w-56" />
        <Skeleton className="mb-7 w-72 max-w-full" />
        {shape === 'numbers' ? <Numbers /> : <Rows />}
      </Loading>
    </>
  )
}

function Numbers() {
  return (
    <>
      <Skeleton className="h-44 w-full rounded-[20px]" />
      <div className="mt-4 grid gap-4 lg:grid-cols-[minmax(0,1.9fr)_minmax(0,1fr)]">
        <Skeleton className="h-86 rounded-[20px]" />
        <Skeleton className="h-86 rounded-[20px]" />
      </div>
    </>
  )
}

function Rows() {
  return (
    <div className="grid gap-4">
      <Skeleton className="h-40 w-full rounded-lg" />
      <Skeleton className="h-20 w-full rounded-lg" />
      <Skeleton className="h-40 w-full rounded-lg" />
    </div>
  )
}
