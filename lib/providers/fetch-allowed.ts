const MOST_REDIRECTS = 3

/** Which addresses may be fetched. */
export type Allowed = (address: URL) => boolean

type Asking = { method?: string; headers?: Record<string, string>; signal: AbortSignal; isAllowed: Allowed }

/** Fetches from hosts that are allowed and no others, wherever an answer points. Throws for those, and as fetch does. */
export async function fetchAllowed(address: string, { isAllowed, ...asking }: Asking): Promise<Response> {
  let url = new URL(address)
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    if (!isAllowed(url)) throw new Error(`Not a host of the provider, nor in PIPED_MEDIA_HOSTS: ${url.host}`)
    const response = await fetch(url, { ...asking, redirect: 'manual' })
    const location = response.headers.get('location')
    if (response.status < 300 || response.status > 399 || !location) return response
    await response.body?.cancel()
    url = new URL(location, url)
  }
  throw new Error(`Too many redirects from ${address}`)
}

/** The whole body. Throws when it is longer: what a header says of it, and what it unpacks to, is the sender's word. */
export async function readAtMost(response: Response, mostBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > mostBytes) throw new Error(`More than ${mostBytes} bytes from ${response.url}`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
