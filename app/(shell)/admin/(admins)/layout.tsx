import type { ReactNode } from 'react'
import { requireStaff } from '@/app/_server/staff-page'

/** What moderators have no part in. Asked here, above the skeleton, so that the answer says 404 too. */
export default async function AdminsLayout({ children }: { children: ReactNode }) {
  await requireStaff('audit:read')
  return children
}
