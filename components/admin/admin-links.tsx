'use client'
import { Flame } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { navLook } from '@/components/shell/nav-look'

/** The shell's way to what only admins see. */
export function AdminLinks() {
  return (
    <>
      <p className="px-2.5 pt-5 pb-1.5 text-text-3 text-xs max-lg:hidden">Admin</p>
      <Link
        href="/admin"
        aria-current={usePathname() === '/admin' ? 'page' : undefined}
        className={navLook}
        title="Trending"
      >
        <Flame aria-hidden="true" strokeWidth={1.75} className="size-4.5 flex-none" />
        <span className="max-lg:sr-only">Trending</span>
      </Link>
    </>
  )
}
