import { expect, test, vi } from 'vitest'
import type { Deck } from '@/components/player/deck'
import { Stage } from '@/components/player/stage'
import { MEDIA_ELEMENT } from '@/lib/playback/controller'
import type { Playback } from '@/lib/playback/state'

function imaginedDeck(name: string, told: string[]): Deck {
  const say = (what: string) => () => void told.push(`${name} ${what}`)
  return {
    limits: MEDIA_ELEMENT,
    hasFailed: false,
    play: say('plays'),
    stop: say('stops'),
    glide: say('glides'),
    positionAt: () => null,
    rateAt: () => 1,
    soonestMs: () => 0,
    steadyFromMs: () => 0,
    isIdle: () => true,
    dispose: say('is gone'),
  }
}

function open() {
  const told: string[] = []
  const opener = (name: string) => () => {
    told.push(`${name} opens`)
    return imaginedDeck(name, told)
  }
  const playing = (queueId: string): Playback => ({ version: 1, queueId, isPlaying: true, positionMs: 0, at: 0 })
  return { told, opener, playing, stage: new Stage((ms) => ms) }
}

test('the next song is opened once ahead of its turn, and that is what plays', () => {
  vi.useFakeTimers()
  const { told, opener, playing, stage } = open()
  stage.follow(playing('one'), opener('one'))
  stage.prepare('two', opener('two'))
  stage.prepare('two', opener('two again'))
  stage.follow(playing('two'), opener('two anew'))
  expect(told).toEqual(['one opens', 'one plays', 'two opens', 'one stops', 'two plays'])
  // Nothing of it is left for the one after.
  stage.prepare(null, opener('nothing'))
  vi.runAllTimers()
  expect(told.slice(5)).toEqual(['one is gone'])
  vi.useRealTimers()
})

test('when the order changes, what was opened ahead goes, and nothing is left at the end', () => {
  const { told, opener, playing, stage } = open()
  stage.follow(playing('one'), opener('one'))
  stage.prepare('two', opener('two'))
  stage.prepare('three', opener('three'))
  expect(told).toEqual(['one opens', 'one plays', 'two opens', 'two is gone', 'three opens'])
  stage.clear()
  expect(told.slice(5)).toEqual(['one is gone', 'three is gone'])
})

test('told anew, the song on is told what it was told last, once', () => {
  const { told, opener, playing, stage } = open()
  for (let turn = 0; turn < 3; turn++) stage.follow(playing('one'), opener('one'))
  stage.playAnew()
  for (let turn = 0; turn < 3; turn++) stage.follow(playing('one'), opener('one'))
  expect(told).toEqual(['one opens', 'one plays', 'one plays'])
})
