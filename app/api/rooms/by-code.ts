import { z } from 'zod'
import { addressOf } from '@/app/_server/origin'
import { personIdOf, type Viewer } from '@/lib/auth/viewer'
import { refundToken, takeToken } from '@/lib/rate-limit'
import { ok, type Result, refuse } from '@/lib/result'
import { type Membership, memberOf } from '@/lib/rooms/queries'
import { returnAsHost } from '@/lib/rooms/take-over'

type Asking = { request: Request; viewer: Viewer; params: { code: string } }

// Codes must not be found by trying: only so many wrong ones, and after them a right one looks no different.

/** The viewer's place in the room of the path. For members it costs no try. */
export async function placeOf(asking: Asking): Promise<Result<Membership>> {
  const place = await memberOf(asking.params.code, asking.viewer)
  if (place.ok) return asReturned(place.value)
  const taken = await takeTry(asking)
  return taken.ok ? place : taken
}

/** Whoever hosted while they were away steps back as soon as they are heard of. */
async function asReturned(place: Membership): Promise<Result<Membership>> {
  if (!place.isOwner || place.role === 'host') return ok(place)
  await returnAsHost(place)
  return ok({ ...place, role: 'host' })
}

/** For what people who are not in the room may do with its code: a wrong one costs a try. */
export async function withCode<T>(asking: Asking, run: (code: string) => Promise<Result<T>>): Promise<Result<T>> {
  const taken = await takeTry(asking)
  if (!taken.ok) return taken
  const result = await run(asking.params.code)
  if (result.ok || result.refusal.code !== 'room_not_found') await refundTry(asking)
  return result
}

/** Refuses `not_found` for a text that is no id, before the database meets it. */
export function idOf(text: string): Result<string> {
  return z.uuid().safeParse(text).success
    ? ok(text.toLowerCase())
    : refuse('not_found', 'There is nothing with this id.')
}

async function takeTry({ request, viewer }: Asking): Promise<Result<void>> {
  const personId = personIdOf(viewer)
  const taken = personId ? await takeToken('joinByCode', personId) : ok(undefined)
  // People without an account get a new identity whenever they like: the address counts as well.
  return taken.ok ? takeToken('joinByCodeAddress', addressOf(request)) : taken
}

async function refundTry({ request, viewer }: Asking) {
  const personId = personIdOf(viewer)
  if (personId) await refundToken('joinByCode', personId)
  await refundToken('joinByCodeAddress', addressOf(request))
}
