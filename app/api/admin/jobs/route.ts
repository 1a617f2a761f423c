import { staffRoute } from '@/app/_server/staff'
import { listJobs } from '@/lib/admin/upload-queries'
import { ok } from '@/lib/result'

export const GET = staffRoute('uploads:retry', async () => ok({ items: await listJobs(), nextCursor: null }))
