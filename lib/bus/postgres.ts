import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import type { Listener, Transport } from './transport'

const CHANNEL = 'earshot'
const HEARTBEAT_MS = 10_000
const LONGEST_WAIT_MS = 3_000

// One connection a process, also across the module reloads of development.
const kept = globalThis as unknown as { busSender?: Promise<pg.Client> }

// With a name it is parsed and planned once a connection.
const NOTIFY = { name: 'notify', text: 'SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload' }

/** PostgreSQL NOTIFY: nothing to install. A NOTIFY takes a lock at commit, hence one connection that sends batches. */
export const postgresBus: Transport = { send, listen, close }

async function send(payloads: string[]) {
  try {
    await notify(payloads)
  } catch {
    // The connection may have died since the last message: once more on a new one.
    await close()
    await notify(payloads)
  }
}

async function notify(payloads: string[]) {
  kept.busSender ??= openSender()
  const client = await kept.busSender
  await client.query({ ...NOTIFY, values: [CHANNEL, payloads] })
}

async function openSender() {
  const client = await open('earshot bus (send)', () => {})
  // What a crash loses here is an event, and a lost event costs a refetch.
  await client.query('SET synchronous_commit TO off')
  return client
}

async function close() {
  const opening = kept.busSender
  kept.busSender = undefined
  const client = await opening?.catch(() => undefined)
  await client?.end().catch(() => undefined)
}

/** Listens until stopped. A lost connection is opened again, for as long as it takes. */
async function listen(listener: Listener): Promise<() => Promise<void>> {
  const stopping = new AbortController()
  let client: pg.Client | undefined
  const connect = async () => {
    let lost = () => {}
    const gone = new Promise<void>((resolve) => {
      lost = resolve
    })
    const opened = await open('earshot bus (listen)', lost)
    opened.on('notification', ({ payload }) => listener.onPayload(payload ?? ''))
    await opened.query(`LISTEN ${CHANNEL}`).catch(async (error) => {
      await hangUp(opened)
      throw error
    })
    client = opened
    return { opened, gone, heartbeat: beat(opened, lost) }
  }
  let connection = await connect()
  const keepUp = async () => {
    for (;;) {
      await connection.gone
      clearInterval(connection.heartbeat)
      void hangUp(connection.opened)
      if (stopping.signal.aborted) return
      log.warn('The event bus lost its connection.')
      const again = await retry(connect, stopping.signal)
      if (!again) return
      connection = again
      // Who stopped meanwhile could not end it.
      if (stopping.signal.aborted) void hangUp(again.opened)
      else listener.onGap()
    }
  }
  const ended = keepUp()
  return async () => {
    stopping.abort()
    await client?.end()
    await ended
  }
}

/** It may only have been silent for long: nothing that it says from now on is heard. */
async function hangUp(client: pg.Client) {
  client.removeAllListeners('notification')
  await client.end().catch(() => undefined)
}

/** A connection may be dead without anybody having said so. */
function beat(client: pg.Client, lost: () => void) {
  return setInterval(() => client.query('SELECT 1').catch(lost), HEARTBEAT_MS).unref()
}

async function retry<T>(attempt: () => Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  for (let wait = 50; !signal.aborted; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
    try {
      return await attempt()
    } catch {
      await sleep(wait, undefined, { signal }).catch(() => undefined)
    }
  }
}

async function open(name: string, onEnd: () => void): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    application_name: name,
    connectionTimeoutMillis: 3_000,
    query_timeout: 5_000,
    keepAlive: true,
  })
  client.on('error', onEnd)
  client.on('end', onEnd)
  try {
    await client.connect()
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
  return client
}
