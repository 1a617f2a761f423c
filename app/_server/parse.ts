import type { z } from 'zod'
import { ok, type Result, refuse } from '@/lib/result'

const MAX_BYTES = 100_000

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
  return parse(Object.fromEntries(new URL(request.url).searchParams), schema)
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
