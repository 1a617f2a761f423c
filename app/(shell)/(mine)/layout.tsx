import type { ReactNode } from 'react'
import { requireUser } from '@/app/_server/viewer'

/** Asked before a page's skeleton goes out: after that, a redirect would be a script's business. */
export default async function MineLayout({ children }: { children: ReactNode }) {
  await requireUser()
  return children
}
