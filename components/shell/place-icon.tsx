'use client'
import { ChartNoAxesColumn, House, LibraryBig, type LucideIcon, Search, Settings2, Upload } from 'lucide-react'
import { useLinkStatus } from 'next/link'
import { cn } from '@/components/ui/cn'
import type { PlaceHref } from './places'

const ICONS: Record<PlaceHref, LucideIcon> = {
  '/': House,
  '/search': Search,
  '/library': LibraryBig,
  '/dashboard': ChartNoAxesColumn,
  '/upload': Upload,
  '/settings': Settings2,
}

/** Breathes while the page that its link leads to is longer on its way than a moment. */
export function PlaceIcon({ href, className }: { href: PlaceHref; className?: string }) {
  const { pending } = useLinkStatus()
  const Icon = ICONS[href]
  const look = cn(className, pending && 'animate-awaited')
  return <Icon aria-hidden="true" strokeWidth={1.75} className={look} />
}
