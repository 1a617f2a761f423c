import { staffList } from '@/app/_server/staff'
import { listRooms } from '@/lib/admin/queries'
import { roomsInput } from '@/lib/admin/schema'

export const GET = staffList('rooms:close', roomsInput, listRooms)
