import { log } from '@/lib/log'

const CHUNK = 16_000

type Streamed = {
  contentType: string
  text: AsyncGenerator<string>
  /** Sent as a file to keep. */
  fileName?: string
  /** False: every piece goes out as soon as it is there. */
  isWhole?: boolean
}

/** Text that is sent while it is written. What breaks off half-way is no whole file: the connection says so. */
export function streamText({ contentType, text, fileName, isWhole = true }: Streamed): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { chunk, isDone } = await nextChunk(text, isWhole ? CHUNK : 1)
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
  return new Response(body, {
    headers: {
      'content-type': contentType,
      ...(fileName === undefined ? {} : { 'content-disposition': disposition(fileName) }),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

/** The name twice: in letters that every browser reads, and as it is. */
function disposition(fileName: string): string {
  const plain = fileName.replace(/[^\w .()-]+/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, percent)}`
}

/** Lines are gathered, since each chunk on its way costs more than a line. */
async function nextChunk(text: AsyncGenerator<string>, atLeast: number) {
  let chunk = ''
  while (chunk.length < atLeast) {
    const { done, value } = await text.next()
    if (done) return { chunk, isDone: true }
    chunk += value
  }
  return { chunk, isDone: false }
}

const percent = (char: string) => `%${char.charCodeAt(0).toString(16)}`
