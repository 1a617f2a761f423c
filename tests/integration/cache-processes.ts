import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { afterAll } from 'vitest'
import type { Answer, Order } from './cache-process'

const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
})

/** Another process with a cache of its own, on the same database and Redis. One order at a time. */
export function startCacheProcess() {
  const child = fork('tests/integration/cache-process.ts', { execArgv: ['--import', 'tsx'] })
  children.push(child)
  const tell = async (order: Order): Promise<Answer> => {
    const answer = once(child, 'message')
    child.send(order)
    const [said] = await answer
    return said
  }
  const end = async () => {
    const exit = once(child, 'exit')
    child.send({ do: 'end' } satisfies Order)
    const [code] = await exit
    return code
  }
  return { tell, end, kill: () => child.kill('SIGKILL') }
}
