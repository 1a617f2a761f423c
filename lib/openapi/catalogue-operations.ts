import type { Operations } from './operations'

const anyone = { by: 'anyone' } as const
const user = { by: 'user' } as const

/** The calls about songs, who made them, and what people think of them. */
export const catalogueOperations = {
  '/api/search': {
    get: { does: 'Songs by title and artist, whatever is misspelt', query: 'search', answers: 'TrackList', ...anyone },
  },
  '/api/search/youtube': {
    get: { does: 'Songs of YouTube, by words or by an address', query: 'videos', answers: 'VideoPage', ...anyone },
  },
  '/api/tracks': { get: { does: 'The newest songs', query: 'listTracks', answers: 'TrackList', ...anyone } },
  '/api/tracks/{id}': { get: { does: 'A song', answers: 'TrackDetails', ...anyone } },
  '/api/tracks/{id}/reviews': {
    get: { does: 'What people think of a song', query: 'reviews', answers: 'ReviewPage', ...anyone },
  },
  '/api/tracks/{id}/review': {
    put: {
      does: 'Say what I think of it, or what I think now',
      body: 'WriteReview',
      answers: 'ReviewWritten',
      ...user,
    },
    delete: { does: 'Take my review back', answers: 'ReviewRemoved', ...user },
  },
  '/api/artists/{name}': { get: { does: 'An artist, by any spelling of the name', answers: 'Artist', ...anyone } },
  '/api/artists/{name}/tracks': {
    get: { does: 'Their songs, the newest first', query: 'artistTracks', answers: 'TrackList', ...anyone },
  },
  '/api/albums/{artist}/{title}': { get: { does: 'An album of an artist', answers: 'Album', ...anyone } },
  '/api/reviews/{id}': {
    delete: { does: 'Take a review down', answers: null, status: 204, by: 'staff' },
  },
} satisfies Operations
