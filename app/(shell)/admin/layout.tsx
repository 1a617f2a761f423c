import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { getViewer } from '@/app/_server/viewer'

/** For everyone else there is no such page: asked before a skeleton goes out, so that the answer says so too. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const viewer = await getViewer()
  if (viewer.kind !== 'user' || viewer.role !== 'admin') notFound()
  return children
}
