import type { ReactNode } from 'react'
import { getViewer } from '@/app/_server/viewer'
import { AppShell } from '@/components/shell/app-shell'
import { myRooms } from '@/lib/rooms/queries'

/** The frame around the pages of a signed-in person; others see the page alone. */
export default async function ShellLayout({ children }: { children: ReactNode }) {
  const viewer = await getViewer()
  if (viewer.kind !== 'user') return children
  const rooms = await myRooms(viewer.userId)
  return (
    <AppShell person={{ id: viewer.userId, name: viewer.displayName, role: viewer.role }} rooms={rooms}>
      {children}
    </AppShell>
  )
}
