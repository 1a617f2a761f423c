import Link from 'next/link'
import { useText } from '#text'

/** From what is hot now to what was heard most. */
export function ToCharts() {
  const t = useText()
  return (
    <Link href="/charts" className="rounded-sm py-1 hover:text-text-1 hover:underline pointer-coarse:py-3">
      {t('Most played')}
    </Link>
  )
}
