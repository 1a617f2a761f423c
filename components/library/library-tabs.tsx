'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useText } from '#text'

/** The parts of the library, each at an address of its own. */
export function LibraryTabs({ playlists, liked }: { playlists: number; liked: number }) {
  const t = useText()
  const path = usePathname()
  const parts = [
    { href: '/library', label: t('Playlists'), count: playlists },
    { href: '/library/liked', label: t('Liked songs'), count: liked },
  ]
  return (
    <nav aria-label={t('Library')} className="mb-6 flex gap-5 border-b">
      {parts.map(({ href, label, count }) => (
        <Link
          key={href}
          href={href}
          aria-current={path === href ? 'page' : undefined}
          className="relative rounded-t-xs py-3 font-medium text-text-3 transition-colors duration-[120ms] hover:text-text-2 aria-[current]:text-text-1 aria-[current]:after:absolute aria-[current]:after:inset-x-0 aria-[current]:after:-bottom-px aria-[current]:after:h-0.5 aria-[current]:after:rounded-[1px] aria-[current]:after:bg-accent aria-[current]:after:content-['']"
        >
          {label}
          <span className="ml-1.5 font-normal text-text-3 tabular-nums">{count.toLocaleString(t.locale)}</span>
        </Link>
      ))}
    </nav>
  )
}
