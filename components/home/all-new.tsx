import Link from 'next/link'
import { useText } from '#text'

/** From the newest songs on a shelf to all of them. */
export function AllNew() {
  const t = useText()
  return (
    <Link href="/new" className="rounded-sm py-1 hover:text-text-1 hover:underline pointer-coarse:py-3">
      {t('All new songs')}
    </Link>
  )
}
