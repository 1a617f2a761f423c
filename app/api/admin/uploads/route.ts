import { staffList } from '@/app/_server/staff'
import { uploadsInput } from '@/lib/admin/schema'
import { listUploads } from '@/lib/admin/upload-queries'

export const GET = staffList('uploads:retry', uploadsInput, listUploads)
