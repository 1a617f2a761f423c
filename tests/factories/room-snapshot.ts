import { randomUUID } from 'node:crypto'
import type { QueueItem } from '@/lib/queue/schema'
import { type MemberView, type RoomSnapshot, roomSettings } from '@/lib/rooms/schema'

// Plain values as the server sends them, for tests of the browser's part.

export const queueItem = (fields: Partial<QueueItem> = {}): QueueItem => ({
  queueId: randomUUID(),
  streamId: randomUUID(),
  track: {
    id: randomUUID(),
    title: 'Night Ferry',
    artist: 'Slow Lantern',
    album: null,
    durationMs: 192_000,
    coverUrl: '/covers/1.svg',
    colour: { h: 228, c: 0.1, h2: 185 },
    isExplicit: false,
    audio: { high: '/media/h', low: '/media/l', preview: '/media/p', site: null },
  },
  addedBy: { memberId: 'leo', displayName: 'Leo' },
  votes: 0,
  votedByMe: false,
  turn: 0,
  order: 0,
  playedAt: null,
  ...fields,
})

export const memberView = (memberId: string, fields: Partial<MemberView> = {}): MemberView => ({
  memberId,
  displayName: memberId,
  avatarUrl: null,
  role: 'listener',
  isGuest: true,
  isOwner: false,
  isScreen: false,
  joinedAt: '2026-11-20T20:00:00.000Z',
  ...fields,
})

export const roomSnapshot = (fields: Partial<RoomSnapshot> = {}): RoomSnapshot => ({
  version: 10,
  room: {
    id: 'room',
    code: 'K7M2QX',
    name: 'Friday kitchen',
    hostId: 'user',
    isPublic: false,
    isLocked: false,
    settings: roomSettings.parse({}),
    createdAt: '2026-11-20T19:00:00.000Z',
  },
  me: { memberId: 'maya', displayName: 'Maya', role: 'host', isGuest: false },
  playback: { version: 10, queueId: null, isPlaying: false, positionMs: 0, at: 0 },
  nowPlaying: null,
  queue: [],
  skipVotes: [],
  members: [memberView('maya', { role: 'host' }), memberView('leo')],
  listening: ['maya'],
  silent: [],
  ...fields,
})
