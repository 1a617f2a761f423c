import type { Socket } from 'socket.io-client'
import { api } from '@/components/api'
import type { TrackSummary } from '@/lib/catalog/track'
import type { SkipState } from '@/lib/playback/skip-votes'
import type { Playback } from '@/lib/playback/state'
import type { QueueItem, StreamAdded, VoteState } from '@/lib/queue/schema'
import type { MemberRole, MemberView, RoomSnapshot, RoomView, UpdateRoomInput } from '@/lib/rooms/schema'
import type { RoomAction } from './room-reducer'
import { type Answer, ask } from './room-socket'
import { say } from './room-toasts'
import { ordinal } from './time-text'

export type PlaybackAction = 'play' | 'pause' | 'seek' | 'skip'
export type RoomActions = ReturnType<typeof roomActions>

type Context = { code: string; socket: Socket; dispatch: (action: RoomAction) => void; latest: () => RoomSnapshot }

/** Everything a member can do in the room. Each says in a toast why it was refused, and answers whether it worked. */
export function roomActions(context: Context) {
  const path = `/api/rooms/${context.code}`
  return {
    ...queueActions(context, path),
    vote: voter(context, path),
    command: commander(context, path),
    skipVote: skipVoter(context, path),
    updateRoom: (changes: UpdateRoomInput) => told(api<RoomView>('PATCH', path, changes)),
    closeRoom: () => told(api<void>('DELETE', path)),
    changeRole: (memberId: string, role: 'moderator' | 'listener') =>
      told(api<MemberView>('PATCH', `${path}/members/${memberId}`, { role })),
    kick: (memberId: string) => told(api<void>('DELETE', `${path}/members/${memberId}`)),
    ban: (memberId: string) => told(api<void>('DELETE', `${path}/members/${memberId}?ban=true`)),
    unban: (memberId: string) => told(api<void>('DELETE', `${path}/bans/${memberId}`)),
    takeOver: () => told(api<{ role: MemberRole }>('POST', `${path}/host`)),
    leave: () => told(api<void>('DELETE', `${path}/members/${context.latest().me.memberId}`)),
  }
}

/** True when it worked; else the reason is on the screen. */
async function told<T>(answer: Promise<Answer<T>>): Promise<boolean> {
  const { ok, ...rest } = await answer
  if (!ok && 'refusal' in rest) say.refusal(rest.refusal)
  return ok
}

function queueActions({ latest }: Context, path: string) {
  const add = async (track: TrackSummary) => {
    const answer: Answer<StreamAdded> = await api('POST', `${path}/streams`, { trackId: track.id })
    if (!answer.ok) return say.refusal(answer.refusal)
    const { queue, nowPlaying } = latest()
    if (!nowPlaying && queue.length === 0) return say.done(`${track.title} is on`)
    const total = queue.some((item) => item.queueId === answer.value.queueId) ? queue.length : queue.length + 1
    say.done(`${track.title} is in. ${ordinal(total)} of ${total}`)
  }
  const remove = async (item: QueueItem) => {
    const streamPath = `${path}/streams/${item.streamId}`
    if (!(await told(api<void>('DELETE', streamPath)))) return
    say.removed(`${item.track.title} is out of the queue`, () =>
      told(api<StreamAdded>('POST', `${streamPath}/restore`)),
    )
  }
  /** The version that has the order, or null when it was refused. */
  const reorder = async (streamIds: string[]): Promise<number | null> => {
    const answer: Answer<{ version: number }> = await api('PATCH', `${path}/queue`, { streamIds })
    if (answer.ok) return answer.value.version
    say.refusal(answer.refusal)
    return null
  }
  return { add, remove, reorder }
}

/** Votes show at once. Those for one song are sent one after the other, and only the last one's answer counts. */
function voter({ dispatch }: Context, path: string) {
  const last = new Map<string, Promise<unknown>>()
  return async (streamId: string, isUpvoted: boolean) => {
    dispatch({ type: 'vote', streamId, isUpvoted })
    const before = last.get(streamId) ?? Promise.resolve()
    const send = () => api<VoteState>(isUpvoted ? 'PUT' : 'DELETE', `${path}/streams/${streamId}/upvote`)
    const sent: Promise<Answer<VoteState>> = before.then(send)
    last.set(streamId, sent)
    const answer = await sent
    if (last.get(streamId) !== sent) return
    last.delete(streamId)
    dispatch({ type: 'vote:answered', streamId, version: answer.ok ? answer.value.version : null })
    if (!answer.ok) say.refusal(answer.refusal)
  }
}

function skipVoter({ socket, latest }: Context, path: string) {
  return (isWanted: boolean) => {
    const queueId = latest().playback.queueId ?? undefined
    if (socket.connected) return told(ask<SkipState>(socket, 'skip:vote', { queueId, isWanted }))
    return told(api<SkipState>(isWanted ? 'PUT' : 'DELETE', `${path}/skip-vote`, { queueId }))
  }
}

function commander({ socket }: Context, path: string) {
  return (action: PlaybackAction, positionMs?: number) => {
    const message = { action, ...(positionMs === undefined ? {} : { positionMs: Math.round(positionMs) }) }
    // A command that got no answer may have worked, so only one that cannot go by socket goes by HTTP.
    if (socket.connected) return told(ask<{ playback: Playback }>(socket, 'playback:command', message))
    return told(api<{ playback: Playback }>('POST', `${path}/playback`, message))
  }
}
