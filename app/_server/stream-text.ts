import { log } from '@/lib/log'

const CHUNK = 16_000

/** A file to keep, sent while it is written. One that breaks off half-way is no whole file: the connection says so. */
export function streamText({
  fileName,
  contentType,
  text,
}: {
  fileName: string
  contentType: string
  text: AsyncGenerator<string>
}): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { chunk, isDone } = await nextChunk(text)
        if (chunk) controller.enqueue(encoder.encode(chunk))
        if (isDone) controller.close()
      } catch (error) {
        log.error({ err: error }, 'A file broke off while it was written')
        controller.error(error)
      }
    },
    async cancel() {
      await text.return(undefined)
    },
  })
  const ascii = fileName.replace(/[^\w .()-]+/g, '_')
  return new Response(body, {
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, percent)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

/** Lines are gathered, since each chunk on its way costs more than a line. */
async function nextChunk(text: AsyncGenerator<string>) {
  let chunk = ''
  while (chunk.length < CHUNK) {
    const { done, value } = await text.next()
    if (done) return { chunk, isDone: true }
    chunk += value
  }
  return { chunk, isDone: false }
}

const percent = (char: string) => `%${char.charCodeAt(0).toString(16)}`
