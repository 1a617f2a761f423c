'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useText } from '#text'
import { navLook } from '@/components/shell/nav-look'
import { adminPlaces } from './admin-places'

/** The shell's way to what only admins and moderators see. */
export function AdminLinks({ role }: { role: string }) {
  const t = useText()
  const path = usePathname()
  const places = adminPlaces(role)
  if (places.length === 0) return null
  return (
    <>
      <p className="px-2.5 pt-5 pb-1.5 text-text-3 text-xs max-lg:hidden">{t('Admin')}</p>
      {places.map(({ href, label, icon: Icon }) => (
        <Link
          key={href}
          href={href}
          aria-current={path === href ? 'page' : undefined}
          className={navLook}
          title={t(label)}
        >
          <Icon aria-hidden="true" strokeWidth={1.75} className="size-4.5 flex-none" />
          <span className="max-lg:sr-only">{t(label)}</span>
        </Link>
      ))}
    </>
  )
}
