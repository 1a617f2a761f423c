import { route } from '@/app/_server/respond'
import { ok } from '@/lib/result'
import { bannedPeople } from '@/lib/rooms/bans'
import { placeOf } from '../../by-code'

export const GET = route<{ code: string }>(async (call) => {
  const place = await placeOf(call)
  if (!place.ok) return place
  const people = await bannedPeople(place.value)
  return people.ok ? ok({ items: people.value, nextCursor: null }) : people
})
