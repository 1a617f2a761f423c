import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, expect, test, vi } from 'vitest'
import { closeBus, publish, subscribe } from '@/lib/bus'
import type { BusMessage } from '@/lib/events'

afterAll(closeBus)

const closed = (roomId: string, version = 1): BusMessage => ({ roomId, event: { type: 'room:closed', version } })

async function collect() {
  const messages: BusMessage[] = []
  const gaps: number[] = []
  const stop = await subscribe(
    (message) => messages.push(message),
    () => gaps.push(messages.length),
  )
  return { messages, gaps, stop }
}

async function asAdmin<T>(run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

test('every subscriber gets every message, in the order of publishing', async () => {
  const [here, there] = [await collect(), await collect()]
  const roomId = randomUUID()
  const sent = Array.from({ length: 300 }, (_, index) => closed(roomId, index + 1))
  await Promise.all(sent.map(publish))
  await vi.waitFor(() => expect(there.messages).toHaveLength(300))
  await vi.waitFor(() => expect(here.messages).toHaveLength(300))
  expect(here.messages).toEqual(sent)
  expect(there.messages).toEqual(sent)
  await Promise.all([here.stop(), there.stop()])
})

test('many messages at once travel in few transactions', async () => {
  const commits = () =>
    asAdmin(async (client) => {
      await client.query('SELECT pg_stat_clear_snapshot(), pg_stat_force_next_flush()')
      const { rows } = await client.query(
        'SELECT xact_commit::int AS n FROM pg_stat_database WHERE datname = current_database()',
      )
      return rows[0].n as number
    })
  await publish(closed(randomUUID()))
  const before = await commits()
  await Promise.all(Array.from({ length: 2000 }, (_, index) => publish(closed(randomUUID(), index))))
  await vi.waitFor(async () => expect((await commits()) - before).toBeLessThan(100))
})

test('after a stop nothing arrives any more', async () => {
  const { messages, stop } = await collect()
  await stop()
  await publish(closed(randomUUID()))
  const other = await collect()
  await publish(closed(randomUUID()))
  await vi.waitFor(() => expect(other.messages).toHaveLength(1))
  expect(messages).toEqual([])
  await other.stop()
})

test('a message too large for PostgreSQL becomes room:outdated', async () => {
  const { messages, stop } = await collect()
  const roomId = randomUUID()
  const streamIds = Array.from({ length: 300 }, () => randomUUID())
  await publish({ roomId, event: { type: 'queue:reordered', version: 7, streamIds, places: [] } })
  await vi.waitFor(() => expect(messages).toEqual([{ roomId, event: { type: 'room:outdated', version: 7 } }]))
  await stop()
})

test('a message that nothing shortens takes no other with it', async () => {
  const { messages, stop } = await collect()
  const heard: string[] = []
  await asAdmin(async (client) => {
    client.on('notification', ({ payload }) => heard.push(payload ?? ''))
    await client.query('LISTEN earshot')
    const roomId = randomUUID()
    const steps = Object.fromEntries(Array.from({ length: 250 }, () => [randomUUID(), null]))
    await Promise.all([publish({ roomId, steps }), publish(closed(roomId))])
    await vi.waitFor(() => expect(heard.map((payload) => JSON.parse(payload).message)).toEqual([closed(roomId)]))
    expect(messages).toEqual([{ roomId, steps }, closed(roomId)])
  })
  await stop()
})

test('lost connections come back by themselves, and the subscriber hears that it may have missed something', async () => {
  const { messages, gaps, stop } = await collect()
  await publish(closed(randomUUID()))
  await vi.waitFor(() => expect(messages).toHaveLength(1))
  await asAdmin((client) =>
    client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'earshot bus%'"),
  )
  await vi.waitFor(() => expect(gaps).toEqual([1]), { timeout: 5000 })
  await publish(closed(randomUUID(), 2))
  await vi.waitFor(() => expect(messages).toHaveLength(2))
  await stop()
})

test('a connection that stood still for a while is not listened to beside the one that took its place', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] })
  const { messages, gaps, stop } = await collect()
  const isListening = "application_name = 'earshot bus (listen)' AND datname = current_database()"
  const [backend] = await asAdmin(
    async (client) => (await client.query(`SELECT pid FROM pg_stat_activity WHERE ${isListening}`)).rows,
  )
  process.kill(backend.pid, 'SIGSTOP')
  try {
    // Until the heartbeat, and until it has waited long enough for its answer.
    await vi.advanceTimersByTimeAsync(16_000)
    vi.useRealTimers()
    await vi.waitFor(() => expect(gaps).toHaveLength(1), { timeout: 5000 })
  } finally {
    vi.useRealTimers()
    process.kill(backend.pid, 'SIGCONT')
  }
  const roomId = randomUUID()
  const letter = JSON.stringify({ from: 'another process', message: closed(roomId) })
  await asAdmin((client) => client.query(`NOTIFY earshot, '${letter}'`))
  await vi.waitFor(() => expect(messages).not.toEqual([]))
  // Long enough for it to come a second time.
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(messages).toEqual([closed(roomId)])
  await stop()
})

test('a stop ends also the connection that is being made at the moment', async () => {
  const connections = () =>
    asAdmin(async (client) => {
      const { rows } = await client.query(
        "SELECT pid FROM pg_stat_activity WHERE application_name = 'earshot bus (listen)' AND datname = current_database()",
      )
      return rows.map(({ pid }) => pid as number)
    })
  const { gaps, stop } = await collect()
  const [pid] = await connections()
  const { connect } = pg.Client.prototype
  let isAsked = false
  let letIn = () => {}
  const door = new Promise<void>((resolve) => {
    letIn = resolve
  })
  await asAdmin(async (client) => {
    vi.spyOn(pg.Client.prototype, 'connect').mockImplementation(async function (this: pg.Client) {
      isAsked = true
      await door
      return Reflect.apply(connect, this, [])
    })
    await client.query('SELECT pg_terminate_backend($1)', [pid])
    await vi.waitFor(() => expect(isAsked).toBe(true))
    const stopped = stop()
    letIn()
    await stopped
  })
  vi.restoreAllMocks()
  await vi.waitFor(async () => expect(await connections()).toEqual([]))
  expect(gaps).toEqual([])
})

test('text on the channel that is no message harms nobody', async () => {
  const { messages, stop } = await collect()
  await asAdmin((client) => client.query("NOTIFY earshot, 'what is this'"))
  await publish(closed(randomUUID()))
  await vi.waitFor(() => expect(messages).toHaveLength(1))
  await stop()
})
