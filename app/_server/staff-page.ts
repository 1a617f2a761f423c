import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { roleOf } from '@/lib/admin/queries'
import { type AdminRight, hasRight, isStaff, type StaffRole } from '@/lib/admin/rights'
import { titled } from './titled'
import { getViewer } from './viewer'

type Staff = { userId: string; role: StaffRole }

const getStaff = cache(async (): Promise<Staff | null> => {
  const viewer = await getViewer()
  if (viewer.kind !== 'user') return null
  const role = await roleOf(viewer.userId)
  return role && isStaff(role) ? { userId: viewer.userId, role } : null
})

/** For pages of admins and moderators. For everyone else there is no such page. */
export async function requireStaff(right?: AdminRight): Promise<Staff> {
  const staff = await getStaff()
  if (!staff || (right && !hasRight(staff.role, right))) notFound()
  return staff
}

/** As `titled`, for these pages: where there is none, its name says nothing either. */
export const titledForStaff = (title: string, right: AdminRight) => async (): Promise<Metadata> => {
  await requireStaff(right)
  return titled(title, { isFound: false })()
}

type Raw = Promise<Record<string, string | string[] | undefined>>

/** The parameters of a list's address; what makes no sense is left out, since people type addresses too. */
export async function listInput<T>(
  searchParams: Raw,
  schema: { safeParse: (input: unknown) => { data?: T }; parse: (input: unknown) => T },
) {
  const given = await searchParams
  const single = Object.fromEntries(Object.entries(given).filter(([, value]) => typeof value === 'string'))
  return schema.safeParse(single).data ?? schema.parse({})
}
