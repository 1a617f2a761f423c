type Entry = {
  abort: AbortController
  state: 'loading' | 'ready' | 'failed'
  progress: number
  buffer?: AudioBuffer
}

const LONGEST_WAIT_MS = 15_000

/**
 * Fetches and decodes songs. A decoded song takes 20 MB a minute, so exactly those asked for last are kept:
 * what plays and what comes next.
 */
export class TrackLoader {
  private entries = new Map<string, Entry>()
  private queue: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly decode: (bytes: ArrayBuffer) => Promise<AudioBuffer>,
    private readonly onChange: () => void,
  ) {}

  /** These and no others, the most urgent first. Later ones wait for the earlier. */
  keep(urls: string[]): void {
    for (const [url, entry] of this.entries) {
      if (urls.includes(url)) continue
      entry.abort.abort()
      this.entries.delete(url)
    }
    for (const url of urls) if (!this.entries.has(url)) this.begin(url, urls[0] === url)
  }

  state(url: string): 'none' | Entry['state'] {
    return this.entries.get(url)?.state ?? 'none'
  }

  buffer(url: string): AudioBuffer | null {
    return this.entries.get(url)?.buffer ?? null
  }

  /** 0 to 1. */
  progress(url: string): number {
    return this.entries.get(url)?.progress ?? 0
  }

  private begin(url: string, isUrgent: boolean): void {
    const entry: Entry = { abort: new AbortController(), state: 'loading', progress: 0 }
    this.entries.set(url, entry)
    const before = isUrgent ? Promise.resolve() : this.queue
    this.queue = before.then(() => this.load(url, entry))
  }

  private async load(url: string, entry: Entry): Promise<void> {
    try {
      const bytes = await this.fetchPatiently(url, entry)
      entry.buffer = await this.decode(bytes)
      entry.state = 'ready'
    } catch {
      if (entry.abort.signal.aborted) return
      entry.state = 'failed'
    }
    this.onChange()
  }

  /** A lost network comes back; a file that is not there does not. */
  private async fetchPatiently(url: string, entry: Entry): Promise<ArrayBuffer> {
    for (let waitMs = 500; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
      entry.abort.signal.throwIfAborted()
      try {
        return await this.fetch(url, entry)
      } catch (error) {
        if (error instanceof Gone || entry.abort.signal.aborted) throw error
        await untilTried(waitMs, entry.abort.signal)
      }
    }
  }

  private async fetch(url: string, entry: Entry): Promise<ArrayBuffer> {
    const response = await fetch(url, { signal: entry.abort.signal })
    if (response.status >= 400 && response.status < 500 && response.status !== 429) throw new Gone(url)
    if (!response.ok || !response.body) throw new Error(`${url} answered ${response.status}`)
    const total = Number(response.headers.get('content-length')) || 0
    const chunks: BlobPart[] = []
    let received = 0
    for await (const chunk of chunksOf(response.body)) {
      chunks.push(chunk)
      received += chunk.byteLength
      entry.progress = total ? Math.min(1, received / total) : 0
      this.onChange()
    }
    entry.progress = 1
    return await new Blob(chunks).arrayBuffer()
  }
}

/** Until the wait is over, the network is back, or nobody wants the song any more. */
function untilTried(waitMs: number, given: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer)
      window.removeEventListener('online', over)
      given.removeEventListener('abort', over)
      resolve()
    }
    const timer = setTimeout(over, waitMs)
    window.addEventListener('online', over)
    given.addEventListener('abort', over)
  })
}

class Gone extends Error {}

/** Safari cannot iterate a stream. */
async function* chunksOf(body: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}
