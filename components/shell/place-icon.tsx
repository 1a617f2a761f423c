import { ChartNoAxesColumn, House, LibraryBig, type LucideIcon, Search, Settings2, Upload } from 'lucide-react'
import type { PlaceHref } from './places'

const ICONS: Record<PlaceHref, LucideIcon> = {
  '/': House,
  '/search': Search,
  '/library': LibraryBig,
  '/dashboard': ChartNoAxesColumn,
  '/upload': Upload,
  '/settings': Settings2,
}

export function PlaceIcon({ href, className }: { href: PlaceHref; className?: string }) {
  const Icon = ICONS[href]
  return <Icon aria-hidden="true" strokeWidth={1.75} className={className} />
}
