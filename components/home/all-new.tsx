import Link from 'next/link'

/** From the newest songs on a shelf to all of them. */
export function AllNew() {
  return (
    <Link href="/new" className="rounded-sm py-1 hover:text-text-1 hover:underline pointer-coarse:py-3">
      All new songs
    </Link>
  )
}
