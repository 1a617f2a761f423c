'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useText } from '#text'
import { navLook } from './nav-look'
import { PlaceIcon } from './place-icon'
import { isAt, type PlaceHref } from './places'

export function NavLink({ href, label }: { href: PlaceHref; label: string }) {
  const t = useText()
  const isHere = isAt(usePathname(), href)
  return (
    <Link href={href} aria-current={isHere ? 'page' : undefined} className={navLook} title={t(label)}>
      <PlaceIcon href={href} className="size-4.5 flex-none" />
      <span className="max-lg:sr-only">{t(label)}</span>
    </Link>
  )
}
