import { z } from 'zod'
import { changeEmailInput, changePasswordInput, deleteAccountInput, updateProfileInput } from '@/lib/account/schema'
import {
  auditInput,
  blockSongInput,
  changeUserRoleInput,
  closeRoomInput,
  peopleInput,
  roomsInput,
  songsInput,
  uploadsInput,
} from '@/lib/admin/schema'
import { signInInput, signUpInput, username } from '@/lib/auth/schema'
import { artistTracksInput, listTracksInput, searchInput } from '@/lib/catalog/schema'
import { likedInput } from '@/lib/likes/schema'
import { playbackCommand, skipVoteInput } from '@/lib/playback/schema'
import { importInput } from '@/lib/playlists/import-schema'
import {
  addTracksInput,
  containingInput,
  createPlaylistInput,
  entriesInput,
  exportInput,
  moveEntryInput,
  playPlaylistInput,
  updatePlaylistInput,
} from '@/lib/playlists/schema'
import { updatePreferencesInput } from '@/lib/preferences/schema'
import { videosInput } from '@/lib/providers/schema'
import { addStreamInput, historyInput, reorderInput } from '@/lib/queue/schema'
import { reviewsInput, writeReviewInput } from '@/lib/reviews/schema'
import { changeRoleInput, createRoomInput, joinRoomInput, updateRoomInput } from '@/lib/rooms/schema'
import { listenerEventsInput } from '@/lib/stats/events-schema'
import { leaderboardInput, trendingInput } from '@/lib/stats/schema'

/** Bodies, by the schemas that parse them. */
export const bodies = {
  SignUp: signUpInput,
  SignIn: signInInput.extend({ csrfToken: z.string(), json: z.literal('true').optional() }),
  CreateRoom: createRoomInput,
  UpdateRoom: updateRoomInput,
  JoinRoom: joinRoomInput,
  ChangeRole: changeRoleInput,
  AddStream: addStreamInput,
  Reorder: reorderInput,
  PlaybackCommand: playbackCommand,
  SkipVote: skipVoteInput,
  ListenerEvents: listenerEventsInput,
  BlockSong: blockSongInput,
  CloseRoom: closeRoomInput,
  ChangeUserRole: changeUserRoleInput,
  CreatePlaylist: createPlaylistInput,
  UpdatePlaylist: updatePlaylistInput,
  AddTracks: addTracksInput,
  MoveEntry: moveEntryInput,
  PlayPlaylist: playPlaylistInput,
  UpdateProfile: updateProfileInput,
  DeleteAccount: deleteAccountInput,
  ChangePassword: changePasswordInput,
  ChangeEmail: changeEmailInput,
  UpdatePreferences: updatePreferencesInput,
  WriteReview: writeReviewInput,
}

/** Query strings. */
export const queries = {
  listTracks: listTracksInput,
  artistTracks: artistTracksInput,
  search: searchInput,
  videos: videosInput,
  history: historyInput,
  trending: trendingInput,
  leaderboard: leaderboardInput.extend({
    date: z.iso.date().optional().meta({ description: 'A day of UTC, or today' }),
  }),
  username: z.object({ username }),
  adminSongs: songsInput,
  adminUploads: uploadsInput,
  adminPeople: peopleInput,
  adminRooms: roomsInput,
  audit: auditInput,
  containing: containingInput,
  entries: entriesInput,
  exportList: exportInput,
  importList: importInput,
  liked: likedInput,
  likedAmong: z.object({ trackIds: z.string().meta({ description: 'Ids with commas between them' }) }),
  reviews: reviewsInput,
  ban: z.object({ ban: z.enum(['true', 'false']).optional() }),
}
