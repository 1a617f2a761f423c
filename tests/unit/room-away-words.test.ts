import { expect, test } from 'vitest'
import { UNHEARD } from '@/components/player/player-session'
import { goingOnText } from '@/components/room/going-on'
import { syncSentence } from '@/components/room/sound/sync-text'
import { nextText } from '@/components/room/time-text'
import { english as t } from '@/lib/language/text'

const away = { status: 'alone', isPlaying: true, hasEnded: false, hasNext: true } as const

test('while the connection is away the song goes on until its end, then the next one waits for the connection', () => {
  expect(goingOnText(t, away)).toBe('The song goes on.')
  expect(goingOnText(t, { ...away, hasEnded: true })).toBe('The next song starts when the connection is back.')
  expect(goingOnText(t, { ...away, hasEnded: true, hasNext: false })).toBeNull()
})

test('nothing goes on where nothing is heard', () => {
  expect(goingOnText(t, { ...away, status: 'locked' })).toBeNull()
  expect(goingOnText(t, { ...away, isPlaying: false })).toBeNull()
})

test('the sync card says that the song goes on only while it sounds', () => {
  const view = { ...UNHEARD, status: 'alone', syncMs: 1.2 } as const
  expect(syncSentence(t, view)).toBe('No connection. The song goes on, we rejoin by ourselves')
  expect(syncSentence(t, { ...view, syncMs: null })).toBe('No connection. We rejoin by ourselves')
})

test('what comes next says when, as long as there is anything left to wait for', () => {
  expect(nextText(t, 85_000)).toBe('Next, in 1:25')
  expect(nextText(t, 0)).toBe('Next')
  expect(nextText(t, -20_000)).toBe('Next')
})
