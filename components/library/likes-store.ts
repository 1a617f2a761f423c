import { call } from '@/components/api'
import { MOST_ASKED } from '@/lib/likes/schema'

/** Null: nobody is signed in. Undefined: not known yet. */
export type LikeState = boolean | null | undefined

/** What this page knows of my likes: every heart asks here, and all of a screen are asked for at once. */
const known = new Map<string, boolean>()
const watchers = new Map<string, Set<() => void>>()
const lastSent = new Map<string, Promise<unknown>>()
let wanted = new Set<string>()
let isSignedOut = false

export const likeOf = (trackId: string): LikeState => (isSignedOut ? null : known.get(trackId))

/** What the server has said already, so that nobody needs to ask. */
export function learnLike(trackId: string, isLiked: boolean) {
  if (!known.has(trackId)) known.set(trackId, isLiked)
}

export function watchLike(trackId: string, onChange: () => void): () => void {
  const mine = watchers.get(trackId) ?? new Set()
  watchers.set(trackId, mine.add(onChange))
  if (!known.has(trackId) && !isSignedOut) want(trackId)
  return () => {
    mine.delete(onChange)
    if (mine.size === 0) watchers.delete(trackId)
  }
}

/** Shows at once; those for one song are sent one after the other. Answers why it was refused, else null. */
export async function setLike(trackId: string, isLiked: boolean): Promise<string | null> {
  tell(trackId, isLiked)
  const before = lastSent.get(trackId) ?? Promise.resolve()
  const sent = before.then(() => call(isLiked ? 'put' : 'delete', '/api/me/likes/{trackId}', { params: { trackId } }))
  lastSent.set(trackId, sent)
  const answer = await sent
  if (lastSent.get(trackId) !== sent) return null
  lastSent.delete(trackId)
  if (answer.ok) return null
  tell(trackId, !isLiked)
  return answer.refusal.message
}

function want(trackId: string) {
  // The hearts of one screen appear within one task.
  if (wanted.size === 0) setTimeout(ask)
  wanted.add(trackId)
}

async function ask() {
  const ids = [...wanted]
  wanted = new Set()
  for (let from = 0; from < ids.length; from += MOST_ASKED) {
    const some = ids.slice(from, from + MOST_ASKED)
    const answer = await call('get', '/api/me/likes/among', { query: { trackIds: some.join(',') } })
    const liked = answer.ok ? answer.value.trackIds : []
    if (liked === null) isSignedOut = true
    else if (answer.ok) for (const id of some) if (!known.has(id)) known.set(id, liked.includes(id))
    for (const id of some) for (const onChange of watchers.get(id) ?? []) onChange()
  }
}

function tell(trackId: string, isLiked: boolean) {
  known.set(trackId, isLiked)
  for (const onChange of watchers.get(trackId) ?? []) onChange()
}
