import type { Operations } from './operations'

const user = { by: 'user' } as const

/** The calls about an account and what it keeps. */
export const libraryOperations = {
  '/api/me': {
    get: { does: 'My account', answers: 'Profile', ...user },
    patch: {
      does: 'Change my name, also in the rooms that I am in',
      body: 'UpdateProfile',
      answers: 'Profile',
      ...user,
    },
    delete: { does: 'End my account for good', body: 'DeleteAccount', answers: null, status: 204, ...user },
  },
  '/api/me/avatar': {
    put: { does: 'Give me a picture', bodyType: 'image/*', answers: 'Profile', ...user },
    delete: { does: 'Take it off', answers: 'Profile', ...user },
  },
  '/api/me/password': {
    put: {
      does: 'Change my password; signs out everywhere else',
      body: 'ChangePassword',
      answers: 'DevicesEnded',
      ...user,
    },
  },
  '/api/me/email': { put: { does: 'Change my address', body: 'ChangeEmail', answers: 'EmailChanged', ...user } },
  '/api/me/preferences': {
    get: { does: 'What I have chosen', answers: 'Preferences', ...user },
    patch: { does: 'Choose something else', body: 'UpdatePreferences', answers: 'Preferences', ...user },
  },
  '/api/me/export': { get: { does: 'Everything about me, as a file', answers: null, ...user } },
  '/api/playlists': {
    get: { does: 'My playlists', query: 'containing', answers: 'MyPlaylists', ...user },
    post: { does: 'Make a playlist', body: 'CreatePlaylist', answers: 'PlaylistCard', status: 201, ...user },
  },
  '/api/playlists/import': {
    post: {
      does: 'A playlist from a file (M3U8, JSPF, CSV); answers while it reads, one JSON object a line',
      query: 'importList',
      bodyType: 'application/octet-stream',
      answers: 'ImportEvent',
      ...user,
    },
  },
  '/api/playlists/{id}': {
    get: { does: 'A playlist: a public one, or mine', answers: 'Playlist', by: 'anyone' },
    patch: { does: 'Rename it, describe it, make it public', body: 'UpdatePlaylist', answers: 'PlaylistCard', ...user },
    delete: { does: 'Delete it', answers: null, status: 204, ...user },
  },
  '/api/playlists/{id}/cover': {
    put: { does: 'Give it a picture', bodyType: 'image/*', answers: 'PlaylistCard', ...user },
    delete: { does: 'Back to the drawn cover', answers: 'PlaylistCard', ...user },
  },
  '/api/playlists/{id}/copy': {
    post: { does: 'A private copy of it, as it is now', answers: 'PlaylistCard', status: 201, ...user },
  },
  '/api/playlists/{id}/export': {
    get: { does: 'It as a file, in one of three formats', query: 'exportList', answers: null, by: 'anyone' },
  },
  '/api/playlists/{id}/tracks': {
    get: { does: 'Its songs in order', query: 'entries', answers: 'PlaylistEntries', by: 'anyone' },
    post: { does: 'Add songs', body: 'AddTracks', answers: 'TracksAdded', status: 201, ...user },
  },
  '/api/playlists/{id}/tracks/{entryId}': {
    patch: { does: 'Move a song behind another one', body: 'MoveEntry', answers: null, status: 204, ...user },
    delete: { does: 'Take a song out', answers: 'EntryRemoved', ...user },
  },
  '/api/rooms/{code}/playlists': {
    post: {
      does: 'Add a playlist, as the room’s rules allow',
      body: 'PlayPlaylist',
      answers: 'StreamsAdded',
      status: 201,
      by: 'member',
    },
  },
  '/api/me/likes': { get: { does: 'The songs that I like', query: 'liked', answers: 'LikedTracks', ...user } },
  '/api/me/likes/among': {
    get: { does: 'Which of these songs I like', query: 'likedAmong', answers: 'LikedAmong', by: 'anyone' },
  },
  '/api/me/likes/{trackId}': {
    put: { does: 'Like a song; a second time changes nothing', answers: 'LikeState', ...user },
    delete: { does: 'Like it no more', answers: 'LikeState', ...user },
  },
} satisfies Operations
