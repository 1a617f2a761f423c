import { Prisma } from '@/lib/db'

/** The song `so` as trackSelect has it. */
export const songJson = Prisma.sql`json_build_object(
    'status', so."status", 'storageKeys', so."storageKeys", 'coverImageKey', so."coverImageKey",
    'metadata', json_build_object('colour', so."metadata" -> 'colour', 'isExplicit', so."metadata" -> 'isExplicit'))`
