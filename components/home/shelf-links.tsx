import Link from 'next/link'
import { useText } from '#text'

/** From what is hot now to what was heard most. */
export function ToCharts() {
  const t = useText()
  return <ShelfLink href="/charts">{t('Most played')}</ShelfLink>
}

/** From the newest songs on a shelf to all of them. */
export function AllNew() {
  const t = useText()
  return <ShelfLink href="/new">{t('All new songs')}</ShelfLink>
}

function ShelfLink({ href, children }: { href: '/charts' | '/new'; children: string }) {
  return (
    <Link href={href} className="rounded-sm py-1 hover:text-text-1 hover:underline pointer-coarse:py-3">
      {children}
    </Link>
  )
}
