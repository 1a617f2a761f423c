import type { ReactNode } from 'react'
import { getViewer } from '@/app/_server/viewer'
import { AppShell } from '@/components/shell/app-shell'
import { avatarOf } from '@/lib/auth/queries'
import { myRooms } from '@/lib/rooms/queries'

/** The frame around the pages of a signed-in person; others see the page alone. */
export default async function ShellLayout({ children }: { children: ReactNode }) {
  const viewer = await getViewer()
  if (viewer.kind !== 'user') return children
  const [rooms, avatarUrl] = await Promise.all([myRooms(viewer.userId), avatarOf(viewer.userId)])
  return (
    <AppShell person={{ id: viewer.userId, name: viewer.displayName, avatarUrl, role: viewer.role }} rooms={rooms}>
      {children}
    </AppShell>
  )
}
