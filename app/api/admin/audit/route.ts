import { staffList } from '@/app/_server/staff'
import { listAudit } from '@/lib/admin/queries'
import { auditInput } from '@/lib/admin/schema'

export const GET = staffList('audit:read', auditInput, listAudit)
