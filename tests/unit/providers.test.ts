import { expect, test } from 'vitest'
import { songWords } from '@/lib/providers/song-words'
import { isAddress, videoIdOf } from '@/lib/providers/youtube-address'

const ID = 'dQw4w9WgXcQ'

test('a video is known by every address that people share', () => {
  for (const address of [
    `https://www.youtube.com/watch?v=${ID}`,
    `https://www.youtube.com/watch?list=PL1&v=${ID}&t=43s`,
    `http://m.youtube.com/watch?v=${ID}`,
    `https://music.youtube.com/watch?v=${ID}&si=abc`,
    `https://youtu.be/${ID}?si=abc`,
    `youtu.be/${ID}`,
    ` www.youtube.com/watch?v=${ID} `,
    `https://www.youtube.com/shorts/${ID}`,
    `https://www.youtube.com/live/${ID}?feature=share`,
    `https://www.youtube-nocookie.com/embed/${ID}`,
  ])
    expect(videoIdOf(address), address).toBe(ID)
})

test('nothing else names a video', () => {
  for (const text of [
    'night ferry',
    ID,
    '',
    'https://www.youtube.com/',
    'https://www.youtube.com/watch?v=short',
    `https://www.youtube.com/channel/${ID}`,
    `https://youtube.com.example.org/watch?v=${ID}`,
    `https://example.org/watch?v=${ID}`,
    `https://notyoutu.be/${ID}`,
    `ftp://youtu.be/${ID}`,
    `https://youtu.be/${ID}%00`,
  ])
    expect(videoIdOf(text), text).toBeNull()
})

test('an address is told from words', () => {
  expect(
    [
      'https://x.org/a',
      'www.youtube.com/watch?v=1',
      `youtu.be/${ID}`,
      `music.youtube.com/watch?v=${ID}`,
      ' http://a ',
    ].every(isAddress),
  ).toBe(true)
  expect(['http', 'song: a story', 'https://a b', 'mr. blue sky', ''].some(isAddress)).toBe(false)
})

test('title and artist of a video are read as uploaders write them', () => {
  const words = (title: string, uploader = 'Some Channel') => songWords({ title, uploader })
  expect(words('Night Ferry', 'Slow Lantern - Topic')).toEqual({ title: 'Night Ferry', artist: 'Slow Lantern' })
  // On a channel of music the title is the title.
  expect(words('One - Two', 'Slow Lantern - Topic')).toEqual({ title: 'One - Two', artist: 'Slow Lantern' })
  const both = { title: 'Night Ferry', artist: 'Slow Lantern' }
  expect(words('Slow Lantern - Night Ferry')).toEqual(both)
  expect(words('Slow Lantern – Night Ferry (Official Music Video)')).toEqual(both)
  expect(words('Slow Lantern - Night Ferry [Official Video] (HD)')).toEqual(both)
  expect(words('Slow Lantern - Night Ferry (Lyrics)')).toEqual(both)
  expect(words('Slow Lantern - Night Ferry (Live at Home)').title).toBe('Night Ferry (Live at Home)')
  expect(words('Night-Ferry')).toEqual({ title: 'Night-Ferry', artist: 'Some Channel' })
  expect(words('(Official Video)')).toEqual({ title: '(Official Video)', artist: 'Some Channel' })
})
