import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Answer, Door, Order } from './receivers'

/** The process that holds all receiving sockets. */
export async function startReceivers() {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/bench/fanout/receivers.ts'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ask = async (order: Order): Promise<Answer> => {
    const failed = once(child, 'exit').then(([code]) => Promise.reject(new Error(`The receivers ended (${code}).`)))
    failed.catch(() => {})
    child.send(order)
    const [answer] = (await Promise.race([once(child, 'message'), failed])) as [Answer]
    return answer
  }
  return {
    connect: (port: number, doors: Door[]) => ask({ connect: { port, doors } }),
    collect: async () => {
      const answer = await ask({ collect: true })
      return 'arrivals' in answer ? answer.arrivals : {}
    },
    close: async () => {
      await ask({ close: true })
      child.disconnect()
      await once(child, 'exit')
    },
  }
}
