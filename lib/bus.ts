import { randomUUID } from 'node:crypto'
import { postgresBus } from '@/lib/bus/postgres'
import { redisBus } from '@/lib/bus/redis'
import { env } from '@/lib/env'
import type { BusMessage } from '@/lib/events'
import { log } from '@/lib/log'

/** PostgreSQL refuses payloads of 8,000 bytes. */
const MOST_BYTES = 7_000

type Handler = (message: BusMessage) => void
type Letter = { from: string; message: BusMessage }

const self = randomUUID()
/** The subscribers of this process: they need not wait for a message to come back from the database. */
const here = new Set<Handler>()

let batch: { payloads: string[]; sent: Promise<void> } | undefined
let lastSent = Promise.resolve()

/**
 * Tells every process, in the order of the calls. After commit only. Resolves when it is on its way and never throws:
 * the change stands in the database, and realtime finds out within seconds when an event was lost.
 */
export function publish(message: BusMessage): Promise<void> {
  const { told, payload } = sealed(message)
  for (const handler of here) deliver(handler, () => told)
  // It would take with it whatever travels in the same statement.
  if (isTooLong(payload)) {
    log.error({ payload: payload.slice(0, 200) }, 'A message is too long for the event bus.')
    return lastSent
  }
  batch ??= openBatch()
  batch.payloads.push(payload)
  return batch.sent
}

/** Collects until the batch before it is away. */
function openBatch() {
  const payloads: string[] = []
  const sent = lastSent.then(() => {
    batch = undefined
    return send(payloads)
  })
  lastSent = sent
  return { payloads, sent }
}

async function send(payloads: string[]) {
  for (const transport of transports()) {
    try {
      return await transport.send(payloads)
    } catch (error) {
      log.warn({ err: error, count: payloads.length }, 'The event bus could not send.')
    }
  }
}

/** As it travels. What is too long becomes the news that something was missed. */
function sealed(told: BusMessage): { told: BusMessage; payload: string } {
  const payload = JSON.stringify({ from: self, message: told } satisfies Letter)
  if (!isTooLong(payload) || !('event' in told)) return { told, payload }
  const { roomId, event } = told
  return sealed({ roomId, event: { type: 'room:outdated', version: event.version } })
}

const isTooLong = (payload: string) => Buffer.byteLength(payload) > MOST_BYTES

function deliver(handler: Handler, read: () => BusMessage): void {
  try {
    handler(read())
  } catch (error) {
    log.error({ err: error }, 'A message on the event bus could not be handled.')
  }
}

const opened = (payload: string) => (JSON.parse(payload) as Letter).message

/**
 * Calls the handler with what any process publishes, this one's messages included and at once. `onGap` says that the
 * connection was away for a while and messages may have been missed. Returns what ends the subscription.
 */
export async function subscribe(handler: Handler, onGap: () => void = () => {}): Promise<() => Promise<void>> {
  const isOwn = `{"from":"${self}"`
  const onPayload = (payload: string) => {
    if (!payload.startsWith(isOwn)) deliver(handler, () => opened(payload))
  }
  const stops = await Promise.all(transports().map((transport) => transport.listen({ onPayload, onGap })))
  here.add(handler)
  return async () => {
    here.delete(handler)
    await Promise.all(stops.map((stop) => stop()))
  }
}

export async function closeBus() {
  await lastSent
  await Promise.all(transports().map((transport) => transport.close()))
}

/** The first is used; with Redis away its messages go through PostgreSQL, so everybody listens on both. */
function transports() {
  return env().REDIS_URL ? [redisBus, postgresBus] : [postgresBus]
}
