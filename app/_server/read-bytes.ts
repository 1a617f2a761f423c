import { ok, type Result, refuse } from '@/lib/result'

/** The body as it came. Refuses `too_large`, counted while it comes in, and `invalid_input` when there is none. */
export async function readBytes(request: Request, most: number): Promise<Result<Buffer>> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > most) return refuse('too_large', `That is too large. At most ${Math.floor(most / 1_000_000)} MB fit.`)
    chunks.push(chunk)
  }
  return bytes > 0 ? ok(Buffer.concat(chunks)) : refuse('invalid_input', 'There is nothing in it.')
}
