'use client'

import { useEffect, useMemo, useReducer, useRef, useState } from 'react'
import type { Socket } from 'socket.io-client'
import { useText } from '#text'
import { call } from '@/components/api'
import { skipNotice } from '@/components/room/stage/skip-tally'
import type { TrackDetails } from '@/lib/catalog/track'
import type { Notices } from '@/lib/preferences/schema'
import { compareQueueItems, nextOf } from '@/lib/queue/rules'
import type { QueueItem } from '@/lib/queue/schema'
import type { RoomSnapshot } from '@/lib/rooms/schema'
import { type RoomActions, roomActions } from './room-actions'
import { isWanted, noticeOf } from './room-notices'
import { type RoomAction, roomReducer } from './room-reducer'
import { type Connection, connectRoom, roomSocket } from './room-socket'
import { initialRoomState, isOutdated, type RoomEnd, withPendingVote } from './room-state'
import { say } from './room-toasts'
import { useComeback } from './use-comeback'
import { useTrackDetails } from './use-track-details'

export type RoomHook = {
  room: RoomSnapshot
  /** What plays after this as things stand. */
  next: QueueItem | null
  /** Of what plays; null until they have come. */
  details: TrackDetails | null
  connection: Connection
  /** How often it has come (back): what failed without it is asked again. */
  returns: number
  end: RoomEnd | null
  endReason: string | null
  actions: RoomActions
  socket: Socket
}

/** The room as this browser knows it: kept up to date by the socket, fetched anew when something was missed. */
export function useRoom(initial: RoomSnapshot, initialDetails: TrackDetails | null, notices: Notices): RoomHook {
  const t = useText()
  const [wanted] = useState(notices)
  const [state, dispatch] = useReducer(roomReducer, initial, initialRoomState)
  const [connection, setConnection] = useState<Connection>({ status: 'connecting' })
  const [returns, countReturn] = useReducer((count: number) => count + 1, 0)
  const [socket] = useState(roomSocket)
  const { code } = initial.room

  const latest = useRef(state.snapshot)
  useEffect(() => {
    latest.current = state.snapshot
  }, [state.snapshot])

  const actions = useMemo(
    () => roomActions(t, { code, socket, dispatch, latest: () => latest.current }),
    [t, code, socket],
  )

  useEffect(() => {
    if (state.end) return
    return connectRoom(socket, code, {
      known: () => ({ version: latest.current.version, memberId: latest.current.me.memberId }),
      joined: (snapshot) => dispatch({ type: 'snapshot', snapshot }),
      // Nobody is told of it one by one.
      missed: (events) => {
        for (const event of events) dispatch({ type: 'event', event })
      },
      ended: (end) => dispatch({ type: 'ended', end }),
      presence: (presence) => dispatch({ type: 'presence', presence }),
      connection: (now) => {
        setConnection(now)
        if (now.status === 'connected') countReturn()
      },
      event: (event) => {
        const notice = noticeOf(t, event, latest.current)
        if (notice && isWanted(notice, wanted)) say.notice(notice)
        const skip = skipNotice(t, event, latest.current)
        if (skip) say.skipVote(skip, skipToo(latest.current) ? () => actions.skipVote(true) : undefined)
        dispatch({ type: 'event', event })
      },
    })
  }, [t, socket, code, state.end, actions, wanted])

  const outdated = isOutdated(state)
  useEffect(() => {
    // What a crowd is told of at once it must not ask for at once.
    const spreadMs = Math.min(LONGEST_SPREAD_MS, SPREAD_MS * latest.current.members.length)
    return outdated ? fetchUntilCurrent(code, GRACE_MS + Math.random() * spreadMs, dispatch) : undefined
  }, [outdated, code])

  const room = useMemo(() => {
    const see = (item: QueueItem) => withPendingVote(state, item)
    const queue = state.snapshot.queue.map(see).sort(compareQueueItems)
    return { ...state.snapshot, queue, nowPlaying: state.snapshot.nowPlaying && see(state.snapshot.nowPlaying) }
  }, [state])

  const comingBack = useComeback(room, socket)
  const next = nextOf(room.queue) ?? comingBack
  const details = useTrackDetails(room.nowPlaying?.track.id ?? null, next?.track.id ?? null, initialDetails)

  const { end, endReason } = state
  return { room, next, details, connection, returns, end, endReason, actions, socket }
}

/** Who may skip has a button for it; who has voted has done what they can. */
const skipToo = ({ me, members, skipVotes }: RoomSnapshot) =>
  me.role === 'listener' && !skipVotes.includes(me.memberId) && !isScreen(members, me.memberId)

const isScreen = (members: RoomSnapshot['members'], memberId: string) =>
  members.some((member) => member.memberId === memberId && member.isScreen)

// Long enough for events that were merely overtaken to arrive.
const GRACE_MS = 150
const RETRY_MS = 1500
/** For each person in the room. */
const SPREAD_MS = 2
const LONGEST_SPREAD_MS = 4000

/** Fetches the snapshot, again and again until the answer to one of them fills the gap (the caller then ends it). */
function fetchUntilCurrent(code: string, firstMs: number, dispatch: (action: RoomAction) => void): () => void {
  let isOver = false
  let timer = setTimeout(attempt, firstMs)
  async function attempt() {
    const answer = await call('get', '/api/rooms/{code}', { params: { code } })
    if (isOver) return
    timer = setTimeout(attempt, RETRY_MS)
    if (answer.ok) dispatch({ type: 'fetched', snapshot: answer.value })
  }
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}
