import { staffList } from '@/app/_server/staff'
import { listPeople } from '@/lib/admin/queries'
import { peopleInput } from '@/lib/admin/schema'

export const GET = staffList('people:role', peopleInput, listPeople)
