import type { z } from 'zod'
import { isDatabaseAway } from '@/lib/database-away'
import { log } from '@/lib/log'
import { type Refusal, type Result, refuse } from '@/lib/result'
import type { RealtimeSocket } from './socket'

export type Call<M> = {
  socket: RealtimeSocket
  message: M
  /** On the shared clock. */
  receivedAt: number
  /** Does something as soon as the answer is on its way. */
  afterwards: (run: () => void) => void
}

/** What a message must look like, and what answers it. */
export type Message = { handle: (call: Call<unknown>) => Promise<Result<object>> }

export function message<M>(
  schema: z.ZodType<M>,
  handle: (call: Call<M>) => Result<object> | Promise<Result<object>>,
): Message {
  return {
    handle: async (call) => {
      const parsed = schema.safeParse(call.message)
      return parsed.success ? handle({ ...call, message: parsed.data }) : invalid(parsed.error)
    },
  }
}

/** Answers every message of the socket, also those that nobody knows. */
export function answerMessages(socket: RealtimeSocket, messages: Map<string, Message>, now: () => number): void {
  socket.onAny(async (name: unknown, ...args: unknown[]) => {
    const receivedAt = now()
    const ack = args.at(-1)
    const after: (() => void)[] = []
    const content = args[0] === ack && typeof ack === 'function' ? undefined : args[0]
    const call = { socket, message: content, receivedAt, afterwards: (run: () => void) => after.push(run) }
    const answer = await attempt(name, () => messages.get(String(name))?.handle(call) ?? unknownMessage(name))
    if (typeof ack === 'function') ack(answer)
    for (const run of after) run()
  })
}

async function attempt(name: unknown, handle: () => Promise<Result<object>> | Result<object>): Promise<object> {
  try {
    const result = await handle()
    return result.ok ? { ok: true, ...result.value } : { ok: false, error: toError(result.refusal) }
  } catch (error) {
    if (isDatabaseAway(error)) return { ok: false, error: DATABASE_AWAY }
    log.error({ err: error, message: name }, 'A message could not be answered.')
    const message = 'Something broke on our side. Nothing was changed. Try again.'
    return { ok: false, error: { code: 'internal', message } }
  }
}

function invalid({ issues }: z.ZodError): Result<never> {
  const fields = Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message]))
  return refuse('invalid_input', issues[0]?.message ?? 'Something in it is not right.', fields)
}

function toError({ code, message, fields, retryAfterMs }: Refusal) {
  return { code, message, ...(fields && { fields }), ...(retryAfterMs && { retryAfterMs }) }
}

const unknownMessage = (name: unknown) => refuse('not_found', `There is no message ${String(name).slice(0, 40)}.`)

const DATABASE_AWAY = { code: 'database_away', message: 'Earshot cannot reach its database. Try again in a moment.' }
