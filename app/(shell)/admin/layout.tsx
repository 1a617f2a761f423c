import type { ReactNode } from 'react'
import { requireStaff } from '@/app/_server/staff-page'
import { AdminTabs } from '@/components/admin/admin-tabs'

/** For everyone else there is no such page: asked before a skeleton goes out, so that the answer says so too. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { role } = await requireStaff()
  return (
    <>
      <AdminTabs role={role} />
      {children}
    </>
  )
}
