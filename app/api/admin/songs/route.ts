import { staffList } from '@/app/_server/staff'
import { listSongs } from '@/lib/admin/queries'
import { songsInput } from '@/lib/admin/schema'

export const GET = staffList('songs:block', songsInput, listSongs)
