'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { cn } from '@/components/ui/cn'
import { PlaceIcon } from './place-icon'
import type { PlaceHref } from './places'

export const navLook =
  'flex h-10 flex-none items-center justify-center gap-3 rounded-[10px] font-medium text-text-2 transition-colors duration-[120ms] hover:bg-surface-1 hover:text-text-1 aria-[current]:bg-surface-2 aria-[current]:text-text-1 lg:h-9.5 lg:justify-start lg:px-2.5 pointer-coarse:h-11'

export function NavLink({ href, label }: { href: PlaceHref; label: string }) {
  const isHere = usePathname() === href
  return (
    <Link href={href} aria-current={isHere ? 'page' : undefined} className={navLook} title={label}>
      <PlaceIcon href={href} className="size-4.5 flex-none" />
      <span className={cn('max-lg:sr-only')}>{label}</span>
    </Link>
  )
}
