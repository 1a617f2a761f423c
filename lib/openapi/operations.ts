import { adminOperations } from './admin-operations'
import type { ViewName } from './all-views'
import { catalogueOperations } from './catalogue-operations'
import type { bodies, queries } from './inputs'
import { libraryOperations } from './library-operations'

export type Operation = {
  does: string
  /** What it answers when it goes well; null: nothing. */
  answers: ViewName | null
  status?: 200 | 201 | 202 | 204
  body?: keyof typeof bodies
  /** How a body is sent when not as JSON. */
  bodyType?: string
  query?: keyof typeof queries
  /** What is answered when not JSON. */
  answerType?: string
  /** Who may call it. */
  by: 'anyone' | 'user' | 'member' | 'moderator' | 'host' | 'guest or user' | 'admin' | 'staff'
  /** Beside 200, with the same answer. */
  also?: Record<string, string>
}
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete' | 'head'
export type Operations = Record<string, Partial<Record<Method, Operation>>>

const anyone = { by: 'anyone' } as const
const user = { by: 'user' } as const
const member = { by: 'member' } as const

/** Every call, by path. A test holds it against the route handlers that exist. */
export const operations = {
  '/api/health': {
    get: { does: 'How the product is', answers: 'Health', ...anyone, also: { 503: 'The database is away' } },
  },
  '/api/metrics': {
    get: {
      does: "Figures in Prometheus' text format, for an admin or with METRICS_TOKEN as bearer token",
      answers: null,
      answerType: 'text/plain',
      by: 'admin',
    },
  },
  '/api/users': { post: { does: 'Sign up', body: 'SignUp', answers: 'NewUser', status: 201, ...anyone } },
  '/api/users/available': {
    get: { does: 'Whether a username is free', query: 'username', answers: 'UsernameAvailable', ...anyone },
  },
  '/api/auth/callback/credentials': {
    post: { does: 'Sign in', body: 'SignIn', bodyType: 'application/x-www-form-urlencoded', answers: null, ...anyone },
  },
  '/api/me/stats': { get: { does: 'My numbers, in all and by room', answers: 'MyStats', by: 'guest or user' } },
  '/api/me/devices': {
    get: { does: 'Where I am signed in', answers: 'DeviceList', ...user },
    delete: { does: 'Sign out everywhere else', answers: 'DevicesEnded', ...user },
  },
  '/api/me/devices/{deviceId}': { delete: { does: 'Sign out there', answers: null, status: 204, ...user } },
  '/api/rooms': {
    get: { does: 'My rooms', answers: 'RoomList', ...user },
    post: { does: 'Open a room', body: 'CreateRoom', answers: 'Room', status: 201, ...user },
  },
  '/api/rooms/{code}': {
    get: { does: 'Everything of the room, as I see it', answers: 'RoomSnapshot', ...member },
    patch: { does: 'Change the room', body: 'UpdateRoom', answers: 'Room', by: 'host' },
    delete: { does: 'Close the room', answers: null, status: 204, by: 'host' },
  },
  '/api/rooms/{code}/preview': { get: { does: 'What the join page shows', answers: 'RoomPreview', ...anyone } },
  '/api/rooms/{code}/members': {
    post: { does: 'Join, as a guest or a user', body: 'JoinRoom', answers: 'Joined', status: 201, ...anyone },
  },
  '/api/rooms/{code}/members/{id}': {
    patch: { does: 'Change a role', body: 'ChangeRole', answers: 'Member', by: 'host' },
    delete: { does: 'Leave; kick; with ban, for good', query: 'ban', answers: null, status: 204, ...member },
  },
  '/api/rooms/{code}/bans': { get: { does: 'Who is banned', answers: 'BannedList', by: 'host' } },
  '/api/rooms/{code}/bans/{id}': {
    delete: { does: 'Let somebody join again', answers: null, status: 204, by: 'host' },
  },
  '/api/rooms/{code}/host': {
    post: { does: 'Take over from a host who is away', answers: 'HostTaken', by: 'moderator' },
  },
  '/api/rooms/{code}/streams': {
    post: { does: 'Add a song', body: 'AddStream', answers: 'StreamAdded', status: 201, ...member },
  },
  '/api/rooms/{code}/streams/{id}': {
    delete: { does: 'Take a song out: its adder, or a moderator', answers: 'StreamRemoved', ...member },
  },
  '/api/rooms/{code}/streams/{id}/restore': {
    post: { does: 'Undo that a song was taken out', answers: 'StreamAdded', ...member },
  },
  '/api/rooms/{code}/streams/{id}/upvote': {
    put: { does: 'Upvote; a second time changes nothing', answers: 'VoteState', ...member },
    delete: { does: 'Take the upvote back', answers: 'VoteState', ...member },
  },
  '/api/rooms/{code}/queue': {
    patch: { does: 'Change the order among equal votes', body: 'Reorder', answers: 'QueueOrder', by: 'moderator' },
  },
  '/api/rooms/{code}/playback': {
    post: { does: 'Play, pause, seek or skip', body: 'PlaybackCommand', answers: 'PlaybackAnswer', by: 'moderator' },
  },
  '/api/rooms/{code}/skip-vote': {
    put: { does: 'Vote to skip what is on', body: 'SkipVote', answers: 'SkipState', ...member },
    delete: { does: 'Take that vote back', body: 'SkipVote', answers: 'SkipState', ...member },
  },
  '/api/rooms/{code}/history': {
    get: { does: 'What has been played', query: 'history', answers: 'QueuePage', ...member },
  },
  '/api/rooms/{code}/comeback': {
    get: { does: 'What comes back if nothing waits at the end', answers: 'Comeback', ...member },
  },
  '/api/rooms/{code}/playlist': {
    post: { does: 'Save what has been played as a playlist of mine', answers: 'PlaylistCard', status: 201, ...user },
  },
  '/api/rooms/{code}/trending': {
    get: { does: 'The songs with the most heat', query: 'trending', answers: 'RoomTrending', ...member },
  },
  '/api/rooms/{code}/stats': { get: { does: "The room's numbers", answers: 'RoomStats', ...member } },
  '/api/rooms/{code}/messages': {
    get: { does: 'What was said lately; new ones come by socket', answers: 'RoomMessages', ...member },
  },
  '/api/rooms/{code}/messages/{id}': {
    delete: { does: 'Take a message out: its writer, or a moderator', answers: null, status: 204, ...member },
  },
  '/api/trending': {
    get: { does: 'The songs with the most heat over all rooms', query: 'trending', answers: 'Trending', ...anyone },
  },
  '/api/leaderboards/songs': {
    get: { does: 'The most played songs of a day', query: 'leaderboard', answers: 'Leaderboard', ...anyone },
  },
  '/api/events': {
    post: { does: 'What I heard', body: 'ListenerEvents', answers: 'EventsTaken', status: 202, by: 'guest or user' },
  },
  '/api/uploads': {
    get: { does: 'My uploads', answers: 'UploadList', ...user },
    post: { does: 'Begin an upload (tus 1.0)', answers: null, status: 201, ...user },
  },
  '/api/uploads/{id}': {
    get: { does: 'How my upload is getting on', answers: 'Upload', ...user },
    head: { does: 'How much of it is here (tus 1.0)', answers: null, ...user },
    patch: {
      does: 'Send more of it (tus 1.0)',
      bodyType: 'application/offset+octet-stream',
      answers: null,
      status: 204,
      ...user,
    },
    delete: { does: 'Give it up (tus 1.0), or take it away once it has failed', answers: null, status: 204, ...user },
  },
  '/api/uploads/{id}/retry': { post: { does: 'Process it again', answers: 'Upload', ...user } },
  '/api/uploads/{id}/explicit': {
    put: { does: 'Say that the words of my song are explicit', answers: null, status: 204, ...user },
    delete: { does: 'Say that they are not', answers: null, status: 204, ...user },
  },
  ...catalogueOperations,
  ...libraryOperations,
  ...adminOperations,
} as const satisfies Operations
