import type { ReactNode } from 'react'
import { useText } from '#text'
import { AdminLinks } from '@/components/admin/admin-links'
import { isLive } from '@/components/home/room-card'
import { Brand } from '@/components/ui/mark'
import { PageColour } from '@/components/ui/page-colour'
import { msg } from '@/lib/language/text'
import type { RoomCard } from '@/lib/rooms/schema'
import { NavLink } from './nav-link'
import { PLACES } from './places'
import { RoomLinks } from './room-links'
import { SearchKey } from './search-key'
import { TabBar } from './tab-bar'
import { UserMenu } from './user-menu'

export type Person = { id: string; name: string; avatarUrl: string | null; role: string }

/** Side 232 px on a desktop, a rail of 64 on a tablet, tabs below on a phone. */
export function AppShell({ person, rooms, children }: { person: Person; rooms: RoomCard[]; children: ReactNode }) {
  const t = useText()
  const song = rooms.find(isLive)?.nowPlaying
  return (
    <div className="relative isolate grid min-h-dvh grid-cols-1 sm:grid-cols-[64px_minmax(0,1fr)] lg:grid-cols-[232px_minmax(0,1fr)] max-sm:[--toast-bottom:92px]">
      {song && <PageColour {...song.colour} />}
      <SearchKey />
      <a
        href="#content"
        className="-translate-y-20 fixed top-3 left-3 z-50 rounded-md bg-solid px-4 py-3 font-medium text-on-solid focus:translate-y-0"
      >
        {t('Skip to the page')}
      </a>
      <nav
        aria-label={t('Main')}
        className="sticky top-0 flex h-dvh flex-col gap-0.5 overflow-y-auto px-2.5 py-5 lg:px-3 scroll-quiet max-sm:hidden"
      >
        <Brand className="mb-5 self-start px-[9px] lg:px-2.5 [&_[data-brand-name]]:sr-only lg:[&_[data-brand-name]]:not-sr-only" />
        {PLACES.filter((place) => place.href !== '/settings').map((place) => (
          <NavLink key={place.href} {...place} />
        ))}
        <AdminLinks role={person.role} />
        <RoomLinks rooms={rooms} />
        <span className="flex-1" />
        <NavLink {...SETTINGS} />
        <UserMenu person={person} />
      </nav>
      <main
        id="content"
        tabIndex={-1}
        className="w-full min-w-0 px-4 pt-3 pb-28 outline-none sm:border-l sm:px-6 sm:pt-5 sm:pb-24 lg:px-10 lg:pt-6"
      >
        <div className="max-w-[1200px]">{children}</div>
      </main>
      <TabBar />
    </div>
  )
}

const SETTINGS = { href: '/settings', label: msg('Settings') } as const
