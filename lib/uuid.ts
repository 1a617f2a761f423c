import { z } from 'zod'

/** An id as somebody sends it, in the small letters in which PostgreSQL gives it: ids are compared as texts. */
export const uuid = (message?: string) => z.uuid(message).toLowerCase()
