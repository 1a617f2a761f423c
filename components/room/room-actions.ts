import type { Socket } from 'socket.io-client'
import { call } from '@/components/api'
import type { TrackSummary } from '@/lib/catalog/track'
import type { Text } from '@/lib/language/text'
import type { SkipState } from '@/lib/playback/skip-votes'
import type { Playback } from '@/lib/playback/state'
import type { VideoView } from '@/lib/providers/schema'
import { compareQueueItems } from '@/lib/queue/rules'
import type { AddStreamInput, QueueItem, VoteState } from '@/lib/queue/schema'
import type { RoomSnapshot, UpdateRoomInput } from '@/lib/rooms/schema'
import type { RoomAction } from './room-reducer'
import { type Answer, ask } from './room-socket'
import { say } from './room-toasts'

export type PlaybackAction = 'play' | 'pause' | 'seek' | 'skip'
export type RoomActions = ReturnType<typeof roomActions>

const MEMBER = '/api/rooms/{code}/members/{id}'

type Context = { code: string; socket: Socket; dispatch: (action: RoomAction) => void; latest: () => RoomSnapshot }

/** Everything a member can do in the room. Each says in a toast why it was refused, and answers whether it worked. */
export function roomActions(t: Text, context: Context) {
  const { code } = context
  const params = { code }
  return {
    ...queueActions(t, context),
    vote: voter(context),
    command: commander(context),
    skipVote: skipVoter(context),
    updateRoom: (changes: UpdateRoomInput) => told(call('patch', '/api/rooms/{code}', { params, body: changes })),
    closeRoom: () => told(call('delete', '/api/rooms/{code}', { params })),
    changeRole: (memberId: string, role: 'moderator' | 'listener') =>
      told(call('patch', MEMBER, { params: { code, id: memberId }, body: { role } })),
    kick: (memberId: string) => told(call('delete', MEMBER, { params: { code, id: memberId } })),
    ban: (memberId: string) => told(call('delete', MEMBER, { params: { code, id: memberId }, query: { ban: 'true' } })),
    unban: (memberId: string) =>
      told(call('delete', '/api/rooms/{code}/bans/{id}', { params: { code, id: memberId } })),
    takeOver: () => told(call('post', '/api/rooms/{code}/host', { params })),
    leave: () => told(call('delete', MEMBER, { params: { code, id: context.latest().me.memberId } })),
  }
}

/** True when it worked; else the reason is on the screen. */
async function told<T>(answer: Promise<Answer<T>>): Promise<boolean> {
  const { ok, ...rest } = await answer
  if (!ok && 'refusal' in rest) say.refusal(rest.refusal)
  return ok
}

function queueActions(t: Text, { code, latest }: Context) {
  const put = async (title: string, body: AddStreamInput) => {
    const answer = await call('post', '/api/rooms/{code}/streams', { params: { code }, body })
    if (!answer.ok) return say.refusal(answer.refusal)
    // The room may or may not have told of it yet.
    const { queue, nowPlaying, playback } = latest()
    const { queueId } = answer.value
    const others = queue.filter((item) => item.queueId !== queueId)
    const isOn = nowPlaying ? nowPlaying.queueId === queueId : playback.isPlaying && others.length === 0
    if (isOn) return say.done(t('{title} is on', { title }))
    const place = placeOf(queueId, latest())
    if (place === null) return say.done(t('{title} is in', { title }))
    say.done(
      t('{title} is in. {place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} of {total}', {
        title,
        place,
        total: others.length + 1,
      }),
    )
  }
  const add = (track: TrackSummary) => put(track.title, { trackId: track.id })
  const addVideo = ({ title, url }: VideoView) => put(title, { url })
  const remove = async (item: QueueItem) => {
    const params = { code, id: item.streamId }
    if (!(await told(call('delete', '/api/rooms/{code}/streams/{id}', { params })))) return
    say.removed(t('{title} is out of the queue', { title: item.track.title }), () =>
      told(call('post', '/api/rooms/{code}/streams/{id}/restore', { params })),
    )
  }
  /** The version that has the order, or null when it was refused. */
  const reorder = async (streamIds: string[]): Promise<number | null> => {
    const answer = await call('patch', '/api/rooms/{code}/queue', { params: { code }, body: { streamIds } })
    if (answer.ok) return answer.value.version
    say.refusal(answer.refusal)
    return null
  }
  return { add, addVideo, remove, reorder }
}

/** Where a song that was just added waits; null where only the room's word of it can tell. */
function placeOf(queueId: string, { queue, room }: RoomSnapshot): number | null {
  const place = queue.toSorted(compareQueueItems).findIndex((item) => item.queueId === queueId)
  if (place >= 0) return place + 1
  return room.settings.queueMode === 'fair' ? null : queue.length + 1
}

/** Votes show at once. Those for one song are sent one after the other, and only the last one's answer counts. */
function voter({ code, dispatch }: Context) {
  const last = new Map<string, Promise<unknown>>()
  return async (streamId: string, isUpvoted: boolean) => {
    dispatch({ type: 'vote', streamId, isUpvoted })
    const before = last.get(streamId) ?? Promise.resolve()
    const params = { code, id: streamId }
    const send = () => call(isUpvoted ? 'put' : 'delete', '/api/rooms/{code}/streams/{id}/upvote', { params })
    const sent: Promise<Answer<VoteState>> = before.then(send)
    last.set(streamId, sent)
    const answer = await sent
    if (last.get(streamId) !== sent) return
    last.delete(streamId)
    dispatch({ type: 'vote:answered', streamId, version: answer.ok ? answer.value.version : null })
    if (!answer.ok) say.refusal(answer.refusal)
  }
}

function skipVoter({ code, socket, latest }: Context) {
  return (isWanted: boolean) => {
    const queueId = latest().playback.queueId ?? undefined
    if (socket.connected) return told(ask<SkipState>(socket, 'skip:vote', { queueId, isWanted }))
    const given = { params: { code }, body: { queueId } }
    return told(call(isWanted ? 'put' : 'delete', '/api/rooms/{code}/skip-vote', given))
  }
}

function commander({ code, socket, latest }: Context) {
  return (action: PlaybackAction, positionMs?: number) => {
    // Of two who skip the same song at once, or at its end, nobody skips the one after it.
    const queueId = latest().playback.queueId ?? undefined
    const message = messageOf(action, queueId, positionMs)
    // A command that got no answer may have worked, so only one that cannot go by socket goes by HTTP.
    if (socket.connected) return told(ask<{ playback: Playback }>(socket, 'playback:command', message))
    return told(call('post', '/api/rooms/{code}/playback', { params: { code }, body: message }))
  }
}

function messageOf(action: PlaybackAction, queueId: string | undefined, positionMs = 0) {
  if (action === 'seek') return { action, queueId, positionMs: Math.round(positionMs) }
  return action === 'skip' ? { action, queueId } : { action }
}
