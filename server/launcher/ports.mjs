import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from './refusal.mjs'

/**
 * @param {{ port: number, host: string | undefined }} settings
 * @param {number} patienceMs how long to wait for somebody who is about to leave it
 */
export async function refusePortInUse({ port, host }, patienceMs = 0) {
  const deadline = Date.now() + patienceMs
  let code = await whyNotFree(port, host)
  while (code === 'EADDRINUSE' && Date.now() < deadline) {
    await sleep(100)
    code = await whyNotFree(port, host)
  }
  if (code === 'EADDRINUSE') {
    throw new Refusal(
      `Port ${port} is in use by another program: end that one, or choose another port, as in PORT=${port + 1} npm start.`,
    )
  }
  if (code === 'EACCES')
    throw new Refusal(`Port ${port} is not for ordinary users: choose one above 1023, as in PORT=3000 npm start.`)
  if (code) throw new Refusal(`Earshot cannot listen on ${host ?? 'this machine'}, port ${port} (${code}).`)
}

// A program may hold the port on the loopback address alone, beside which all addresses could still be had.
async function whyNotFree(port, host) {
  return (await tryListening(port, host)) ?? (host ? null : await tryListening(port, '127.0.0.1'))
}

function tryListening(port, host) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error) => resolve(error.code))
    probe.listen({ port, host }, () => probe.close(() => resolve(null)))
  })
}
