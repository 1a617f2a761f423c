import { z } from 'zod'
import type { ChatMessage } from '@/lib/chat/schema'
import type { SkipState } from '@/lib/playback/skip-votes'
import type { Playback } from '@/lib/playback/state'
import type { QueueItem, StreamAdded, VoteState } from '@/lib/queue/schema'
import {
  type BannedPerson,
  type MemberView,
  type RoomCard,
  type RoomPreview,
  type RoomSnapshot,
  type RoomView,
  settingsView,
} from '@/lib/rooms/schema'
import type { EventsTaken } from '@/lib/stats/events-schema'
import type { LeaderboardItem, MyStats, RoomStats, TrackTrendingItem, TrendingItem } from '@/lib/stats/schema'
import { listOf, trackSummary } from './views'

// What the calls about rooms answer, exactly.

const id = z.uuid()
const time = z.iso.datetime()
const role = z.enum(['host', 'moderator', 'listener'])
const version = z.int().meta({ description: "The room's version: one more with every change of it" })
const code = z.string().length(6)

export const playback: z.ZodType<Playback> = z.strictObject({
  version,
  queueId: id.nullable(),
  isPlaying: z.boolean(),
  positionMs: z.number(),
  at: z.number().meta({ description: 'The instant at which the position holds, in ms of the shared clock' }),
})

export const queueItem: z.ZodType<QueueItem> = z.strictObject({
  queueId: id,
  streamId: id,
  track: trackSummary,
  addedBy: z.strictObject({ memberId: id, displayName: z.string() }),
  votes: z.int(),
  votedByMe: z.boolean(),
  turn: z.int(),
  order: z.int(),
  playedAt: time.nullable(),
})

const room = {
  id,
  code,
  name: z.string(),
  hostId: id.nullable(),
  isPublic: z.boolean(),
  isLocked: z.boolean(),
  settings: settingsView.strict(),
  createdAt: time,
}
export const roomView: z.ZodType<RoomView> = z.strictObject(room)

export const memberView: z.ZodType<MemberView> = z.strictObject({
  memberId: id,
  displayName: z.string(),
  avatarUrl: z.string().nullable(),
  role,
  isGuest: z.boolean(),
  isOwner: z.boolean(),
  isScreen: z.boolean(),
  joinedAt: time,
})

const bannedPerson: z.ZodType<BannedPerson> = z.strictObject({
  memberId: id,
  displayName: z.string(),
  isGuest: z.boolean(),
  bannedAt: time,
})

const snapshot: z.ZodType<RoomSnapshot> = z.strictObject({
  version,
  room: roomView,
  me: z.strictObject({ memberId: id, displayName: z.string(), role, isGuest: z.boolean() }),
  playback,
  nowPlaying: queueItem.nullable(),
  queue: z.array(queueItem),
  skipVotes: z.array(id),
  members: z.array(memberView),
  listening: z.array(id),
  silent: z.array(id),
})

const preview: z.ZodType<RoomPreview> = z.strictObject({
  code,
  name: z.string(),
  hostName: z.string(),
  listening: z.int(),
  locked: z.boolean(),
  nowPlaying: z
    .strictObject({
      title: z.string(),
      artist: z.string(),
      coverUrl: z.string(),
      colour: z.strictObject({ h: z.number(), c: z.number(), h2: z.number() }),
    })
    .nullable(),
})

const chatMessage: z.ZodType<ChatMessage> = z.strictObject({
  messageId: id,
  memberId: id,
  displayName: z.string(),
  text: z.string(),
  at: time,
})

const roomCard: z.ZodType<RoomCard> = z.strictObject({
  ...room,
  role,
  joinedAt: time,
  isPlaying: z.boolean(),
  members: z.int(),
  nowPlaying: trackSummary.nullable(),
})

const totals = { totalAdded: z.int(), totalLikesGot: z.int(), totalLikesGiven: z.int() }
const day = z.iso.date().meta({ description: 'A day of UTC' })
const bestDay = z.strictObject({ day, count: z.int() }).nullable()
const myStats: z.ZodType<MyStats> = z.strictObject({
  totals: z.strictObject(totals),
  rooms: z.array(z.strictObject({ ...totals, code, name: z.string(), lastUpdated: time })),
  activity: z.array(z.strictObject({ day, added: z.int(), likesGot: z.int(), likesGiven: z.int() })),
  records: z.strictObject({
    currentStreak: z.int(),
    longestStreak: z.int(),
    mostAdded: bestDay,
    mostLikesGot: bestDay,
  }),
})
const roomStats: z.ZodType<RoomStats> = z.strictObject({
  totals: z.strictObject(totals),
  people: z.array(z.strictObject({ ...totals, memberId: id, displayName: z.string(), lastUpdated: time })),
  topSongs: z.array(z.strictObject({ streamId: id, votes: z.int(), track: trackSummary })),
  activity: z.array(z.strictObject({ day, added: z.int(), likes: z.int(), plays: z.int() })),
})
const heat = z.number().meta({ description: 'The decayed score as of now' })
const trending = { track: trackSummary, heat, recentUpvotes: z.int(), recentPlays: z.int() }
const trendingItem: z.ZodType<TrendingItem> = z.strictObject({ ...trending, streamId: id })
const trackTrendingItem: z.ZodType<TrackTrendingItem> = z.strictObject(trending)
const leaderboardItem: z.ZodType<LeaderboardItem> = z.strictObject({ plays: z.int(), track: trackSummary })
const eventsTaken: z.ZodType<EventsTaken> = z.strictObject({
  accepted: z.int(),
  duplicate: z.int(),
  refused: z.array(z.strictObject({ id, code: z.literal('not_heard') })),
})
const voteState: z.ZodType<VoteState> = z.strictObject({ votes: z.int(), votedByMe: z.boolean(), version })
const skipState: z.ZodType<SkipState> = z.strictObject({
  votes: z.int(),
  needed: z.int(),
  isSkipped: z.boolean(),
  version,
})
const streamAdded: z.ZodType<StreamAdded> = z.strictObject({ streamId: id, queueId: id, version })

export const roomViews = {
  Playback: playback,
  PlaybackAnswer: z.strictObject({ playback }),
  QueueItem: queueItem,
  QueuePage: listOf(queueItem),
  Comeback: z.strictObject({ item: queueItem.nullable() }),
  QueueOrder: z.strictObject({ streamIds: z.array(id), version }),
  Room: roomView,
  RoomList: listOf(roomCard),
  RoomPreview: preview,
  RoomSnapshot: snapshot,
  Member: memberView,
  BannedList: listOf(bannedPerson),
  HostTaken: z.strictObject({ role }),
  Joined: z.strictObject({ memberId: id, role }),
  RoomMessages: z.strictObject({ items: z.array(chatMessage) }),
  StreamAdded: streamAdded,
  StreamRemoved: z.strictObject({ version }),
  VoteState: voteState,
  SkipState: skipState,
  MyStats: myStats,
  RoomStats: roomStats,
  RoomTrending: z.array(trendingItem),
  Trending: z.array(trackTrendingItem),
  Leaderboard: listOf(leaderboardItem),
  EventsTaken: eventsTaken,
}
