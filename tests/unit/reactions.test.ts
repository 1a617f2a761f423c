import { expect, test } from 'vitest'
import { landed, type Reacted, type Reactions, react } from '@/components/room/stage/reaction-state'

const NONE: Reactions = { floating: [], pips: [] }
const after = (...all: Partial<Reacted>[]) =>
  all.reduce<Reactions>(
    (before, one, id) => react(before, { id, kind: 'heart', positionMs: 0, durationMs: 100_000, ...one }),
    NONE,
  )

test('a reaction floats, and stays at its place when it has landed', () => {
  const thrown = after({ positionMs: 42_000 })
  expect(thrown.floating).toHaveLength(1)
  const { floating, pips } = landed(thrown, 0)
  expect(floating).toEqual([])
  expect(pips).toMatchObject([{ kind: 'heart', positionMs: 42_000, count: 1 }])
})

test('the same at nearly the same place is one that counts more, another kind is another', () => {
  const { pips } = after({ positionMs: 42_000 }, { positionMs: 43_000 }, { positionMs: 60_000 }, { kind: 'fire' })
  expect(pips.map(({ kind, count }) => [kind, count])).toEqual([
    ['heart', 2],
    ['heart', 1],
    ['fire', 1],
  ])
})

test('one whose place nobody knows floats, and leaves nothing behind', () => {
  const { floating, pips } = after({ positionMs: null })
  expect(floating).toHaveLength(1)
  expect(pips).toEqual([])
})

test('a whole party leaves no more than can be seen', () => {
  const { floating, pips } = after(...Array.from({ length: 500 }, (_, n) => ({ positionMs: n * 2_500 })))
  expect(floating).toHaveLength(12)
  expect(pips).toHaveLength(40)
})
