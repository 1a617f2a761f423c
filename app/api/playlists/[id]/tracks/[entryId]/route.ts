import { z } from 'zod'
import { parseBody, route } from '@/app/_server/respond'
import type { Viewer } from '@/lib/auth/viewer'
import { moveEntry, removeEntry } from '@/lib/playlists/mutations'
import { moveEntryInput } from '@/lib/playlists/schema'
import { ok, refuse } from '@/lib/result'
import { askedToChange } from '../../../mine'

type Params = { id: string; entryId: string }

async function askedEntry(call: { viewer: Viewer; params: Params }) {
  if (!z.uuid().safeParse(call.params.entryId).success)
    return refuse('not_found', 'There is no such song in the playlist.')
  const mine = await askedToChange(call)
  return mine.ok ? ok({ ...mine.value, entryId: call.params.entryId.toLowerCase() }) : mine
}

export const PATCH = route<Params>(async (call) => {
  const entry = await askedEntry(call)
  if (!entry.ok) return entry
  const input = await parseBody(call.request, moveEntryInput)
  return input.ok ? moveEntry({ ...entry.value, ...input.value }) : input
})

export const DELETE = route<Params>(async (call) => {
  const entry = await askedEntry(call)
  return entry.ok ? removeEntry(entry.value) : entry
})
