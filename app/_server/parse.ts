import type { z } from 'zod'
import { ok, type Result, refuse } from '@/lib/result'

const MAX_BYTES = 100_000

// PostgreSQL's text has no NUL, so no field can mean it.
const hasNul = refuse('invalid_input', 'It has a NUL character in it.')

/** The JSON body as the schema has it. Refuses `invalid_input` with a sentence per field, and `too_large`. */
export async function parseBody<T>(request: Request, schema: z.ZodType<T>): Promise<Result<T>> {
  if (!/\bjson\b/.test(request.headers.get('content-type') ?? '')) {
    return refuse('invalid_input', 'Send JSON, with the content type application/json.')
  }
  const text = await readText(request)
  if (text === null) return refuse('too_large', 'That is more than 100 kB.')
  const json = readJson(text)
  return json.ok ? parse(json.value, schema) : json
}

/** The same for `?name=value` parameters. */
export function parseQuery<T>(request: Request, schema: z.ZodType<T>): Result<T> {
  const parameters = Object.fromEntries(new URL(request.url).searchParams)
  return Object.values(parameters).some((value) => value.includes('\0')) ? hasNul : parse(parameters, schema)
}

export function parse<T>(input: unknown, schema: z.ZodType<T>): Result<T> {
  const result = schema.safeParse(input)
  if (result.success) return ok(result.data)
  const fields: Record<string, string> = {}
  for (const issue of result.error.issues) fields[issue.path.join('.')] ??= issue.message
  const message = result.error.issues[0]?.message ?? 'Something in it is not right.'
  return refuse('invalid_input', message, fields)
}

function readJson(text: string): Result<unknown> {
  if (text.includes('\\u0000')) return hasNul
  try {
    return ok(JSON.parse(text))
  } catch {
    return refuse('invalid_input', 'That is no valid JSON.')
  }
}

// Counted while it comes in: what a client says about its length is no promise.
async function readText(request: Request): Promise<string | null> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > MAX_BYTES) return null
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
