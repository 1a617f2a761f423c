'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useText } from '#text'
import { PlaceIcon } from './place-icon'
import { isAt, PLACES } from './places'

/** A phone's way around. */
export function TabBar() {
  const t = useText()
  const path = usePathname()
  return (
    <nav
      aria-label={t('Main')}
      className="fixed inset-x-0 bottom-0 z-20 grid h-[calc(58px+max(18px,env(safe-area-inset-bottom)))] auto-cols-fr grid-flow-col border-t bg-surface-1 px-1 pt-1.5 pb-[max(18px,env(safe-area-inset-bottom))] sm:hidden"
    >
      {PLACES.map(({ href, short }) => (
        <Link
          key={href}
          href={href}
          aria-current={isAt(path, href) ? 'page' : undefined}
          className="relative grid content-center justify-items-center gap-0.5 font-medium text-[11px] text-text-3 leading-[14px] tracking-[-0.02em] aria-[current]:text-text-1 aria-[current]:before:absolute aria-[current]:before:-top-1.5 aria-[current]:before:h-2 aria-[current]:before:w-0.5 aria-[current]:before:rounded-[1px] aria-[current]:before:bg-accent aria-[current]:before:content-['']"
        >
          <PlaceIcon href={href} className="size-5" />
          {t(short)}
        </Link>
      ))}
    </nav>
  )
}
