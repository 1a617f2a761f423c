import Link from 'next/link'
import type { ReactNode } from 'react'
import { artistHref } from '@/lib/catalog/addresses'

/** An artist's name as the way to their page; only the name where no page could be found by it. */
export function ArtistLink({ artist, children = artist }: { artist: string; children?: ReactNode }) {
  return <MaybeLink href={artistHref(artist)}>{children}</MaybeLink>
}

/** A quiet link within a line, or only its words. */
export function MaybeLink({ href, children }: { href: string | null; children: ReactNode }) {
  if (!href) return children
  return (
    <Link href={href} prefetch={false} className="hover:text-text-1 hover:underline">
      {children}
    </Link>
  )
}
