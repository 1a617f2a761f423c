import type { Prisma } from '@/lib/db'
import type { ReviewView } from './schema'

/** What a review shows: nothing else of its author leaves the database. */
export const reviewSelect = {
  id: true,
  rating: true,
  text: true,
  createdAt: true,
  updatedAt: true,
  user: { select: { id: true, displayName: true } },
} as const satisfies Prisma.ReviewSelect

type ReviewRow = Prisma.ReviewGetPayload<{ select: typeof reviewSelect }>

export function reviewView({ user, createdAt, updatedAt, ...review }: ReviewRow, viewerId: string | null): ReviewView {
  return {
    ...review,
    author: { id: user.id, name: user.displayName },
    isMine: user.id === viewerId,
    createdAt: createdAt.toISOString(),
    editedAt: updatedAt > createdAt ? updatedAt.toISOString() : null,
  }
}
