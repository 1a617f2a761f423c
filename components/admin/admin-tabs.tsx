'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { useText } from '#text'
import { adminPlaces } from './admin-places'

/** On a phone, where the side is not there. */
export function AdminTabs({ role }: { role: string }) {
  const t = useText()
  const path = usePathname()
  const tabs = useRef<HTMLElement>(null)
  useEffect(() => {
    // Whoever comes to a later tab sees where they are.
    tabs.current?.querySelector(`[href="${path}"]`)?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [path])
  return (
    <nav ref={tabs} aria-label={t('Admin')} className="-mx-4 mb-4 scroll-quiet overflow-x-auto border-b px-4 sm:hidden">
      <ul className="flex w-max gap-5">
        {adminPlaces(role).map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={path === href ? 'page' : undefined}
              className="relative block whitespace-nowrap py-3 font-medium text-text-3 aria-[current]:text-text-1 aria-[current]:after:absolute aria-[current]:after:inset-x-0 aria-[current]:after:-bottom-px aria-[current]:after:h-0.5 aria-[current]:after:bg-accent aria-[current]:after:content-['']"
            >
              {t(label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
