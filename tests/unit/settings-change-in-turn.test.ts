import { expect, test } from 'vitest'
import { changeInTurn } from '@/components/settings/change-in-turn'
import { ok, type Result, refuse } from '@/lib/result'

/** A server that answers when it is told to, with the names in capitals. */
function slowServer() {
  const shown: string[][] = []
  const asked: { names: string[]; answer: (result: Result<string[]>) => void }[] = []
  const save = (names: string[]) => new Promise<Result<string[]>>((answer) => asked.push({ names, answer }))
  const change = changeInTurn({ initial: [], save, show: (names) => shown.push(names) })
  const add = (name: string) => change((names) => [...names, name])
  const next = async (
    answerOf = (names: string[]): Result<string[]> => ok(names.map((name) => name.toUpperCase())),
  ) => {
    await expect.poll(() => asked.length).toBeGreaterThan(0)
    const request = asked.shift()
    request?.answer(answerOf(request.names))
    return request?.names
  }
  return { add, next, asked, shown }
}

test('names typed faster than they are saved are all kept', async () => {
  const { add, next, asked, shown } = slowServer()
  const all = Promise.all([add('a'), add('b'), add('c')])
  expect(shown.at(-1)).toEqual(['a', 'b', 'c'])
  expect(await next()).toEqual(['a'])
  expect(asked.length).toBeLessThan(2)
  expect(await next()).toEqual(['A', 'b'])
  expect(shown.at(-1)).toEqual(['a', 'b', 'c'])
  expect(await next()).toEqual(['A', 'B', 'c'])
  await all
  expect(shown.at(-1)).toEqual(['A', 'B', 'C'])
})

test('a refused name is left out, and those after it are saved', async () => {
  const { add, next, shown } = slowServer()
  const [bad, good] = [add('\u0007'), add('b')]
  await next(() => refuse('invalid_input', 'That is no name.'))
  expect(await next()).toEqual(['b'])
  expect([(await bad).ok, (await good).ok]).toEqual([false, true])
  expect(shown.at(-1)).toEqual(['B'])
})
