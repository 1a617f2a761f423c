import type { ReactNode } from 'react'
import { getFace, getViewer } from '@/app/_server/viewer'
import { AppShell } from '@/components/shell/app-shell'
import { myRooms } from '@/lib/rooms/queries'

/** The frame around the pages of a signed-in person; others see the page alone. */
export default async function ShellLayout({ children }: { children: ReactNode }) {
  const viewer = await getViewer()
  if (viewer.kind !== 'user') return children
  const { userId, role } = viewer
  const [rooms, face] = await Promise.all([myRooms(userId), getFace(userId)])
  const { displayName, avatarUrl } = face ?? { ...viewer, avatarUrl: null }
  return (
    <AppShell person={{ id: userId, name: displayName, avatarUrl, role }} rooms={rooms}>
      {children}
    </AppShell>
  )
}
