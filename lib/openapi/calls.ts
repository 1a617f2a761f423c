import type { z } from 'zod'
import type { Result } from '@/lib/result'
import type { ViewName, views } from './all-views'
import type { bodies, queries } from './inputs'
import type { operations } from './operations'

// The table of calls as types: whoever calls the own server is told what to give and what comes back.

type Table = typeof operations
export type CallPath = keyof Table
export type CallMethod<P extends CallPath> = Extract<keyof Table[P], string>
type At<P extends CallPath, M extends CallMethod<P>> = Table[P][M]

type Named<Of, Key extends string, Schemas, How extends 'input' | 'output'> =
  Of extends Record<Key, infer N extends keyof Schemas>
    ? Schemas[N] extends z.ZodType
      ? How extends 'input'
        ? z.input<Schemas[N]>
        : z.output<Schemas[N]>
      : never
    : never

/** What it answers; undefined for calls that answer nothing. */
export type CallAnswer<P extends CallPath, M extends CallMethod<P>> =
  At<P, M> extends { answers: ViewName } ? Named<At<P, M>, 'answers', typeof views, 'output'> : undefined

type PathNames<P extends string> = P extends `${string}{${infer Name}}${infer Rest}` ? Name | PathNames<Rest> : never
type ParamsOf<P extends string> = [PathNames<P>] extends [never] ? unknown : { params: Record<PathNames<P>, string> }
type BodyOf<Of> = Of extends { body: string } ? { body: Named<Of, 'body', typeof bodies, 'input'> } : unknown
type QueryOf<Of> = Of extends { query: string } ? { query?: Named<Of, 'query', typeof queries, 'input'> } : unknown

/** What it must be given: the names in its path, its body, its query. */
export type CallInput<P extends CallPath, M extends CallMethod<P>> = ParamsOf<P> & BodyOf<At<P, M>> & QueryOf<At<P, M>>

type Optional<I> = Record<never, never> extends I ? [input?: I] : [input: I]

export type Call = <P extends CallPath, M extends CallMethod<P>>(
  method: M,
  path: P,
  ...input: Optional<CallInput<P, M>>
) => Promise<Result<CallAnswer<P, M>>>

type Sent = { params?: Record<string, string>; body?: unknown; query?: Record<string, unknown> }

/** Carries a call to the server and its answer back. */
export type Carry = (method: string, address: string, body: unknown) => Promise<Result<unknown>>

/** The typed client: `call('put', '/api/admin/songs/{id}/block', { params: { id }, body: { reason } })`. */
export function callsThrough(carry: Carry): Call {
  const call = (method: string, path: string, { params = {}, body, query = {} }: Sent = {}) => {
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
    const given = Object.entries(query).filter(([, value]) => value !== undefined)
    const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
    return carry(method.toUpperCase(), search ? `${address}?${search}` : address, body)
  }
  // The types above say what this does; inside, all calls are alike.
  return call as Call
}
