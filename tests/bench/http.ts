// The product as `npm start` runs it, asked by 20 connections for 10 s each: search as many visitors make it, the
// snapshot of a room with all demo songs, my numbers, and the home page of somebody signed in and of a stranger.
import autocannon from 'autocannon'
import { type HttpBrowser, signedInBrowser } from '@/tests/support/http-browser'
import { makeDataDir, removeDataDir, startProduct } from '@/tests/support/product'
import { report } from './measure'
import { zipf } from './zipf'

const CONNECTIONS = 20
const SECONDS = Number(process.env.HTTP_SECONDS ?? 10)
const WORDS = [
  'night',
  'copper',
  'sun',
  'kitchen',
  'rail',
  'paper',
  'glass',
  'under',
  'rain',
  'ferry',
  'low',
  'planets',
]

const dataDir = await makeDataDir()
const product = await startProduct({ dataDir, LOG_LEVEL: 'warn' })
try {
  const { baseUrl } = product
  await untilQuiet(baseUrl)
  const { browser: host } = await signedInBrowser(baseUrl)
  const code = await roomWithSongs(host)
  const cookie = [...host.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  await measure('/api/search, many visitors', { path: '/api/search', asManyVisitors: true })
  await measure('/api/rooms/CODE, a member', { path: `/api/rooms/${code}`, cookie })
  await measure('/api/me/stats, a user', { path: '/api/me/stats', cookie })
  await measure('/, a user', { path: '/', cookie })
  await measure('/, a stranger', { path: '/' })
} finally {
  await product.stop()
  await removeDataDir(dataDir)
}

type Asked = { path: string; cookie?: string; asManyVisitors?: boolean }

async function measure(title: string, { path, cookie, asManyVisitors }: Asked) {
  const next = zipf(WORDS.length, 1, 7)
  let visitor = 0
  const setupRequest = (request: { headers?: Record<string, string> }) => {
    visitor += 1
    // Each has an address of their own, as behind a proxy: otherwise the limit of searches a minute is what is measured.
    const address = `10.${(visitor >> 16) & 255}.${(visitor >> 8) & 255}.${visitor & 255}`
    return {
      ...request,
      path: `${path}?q=${WORDS[next()]}`,
      headers: { ...request.headers, 'x-forwarded-for': address },
    }
  }
  const options = {
    url: `${product.baseUrl}${path}`,
    connections: CONNECTIONS,
    ...(cookie ? { headers: { cookie } } : {}),
    ...(asManyVisitors ? { requests: [{ setupRequest }] } : {}),
  }
  await autocannon({ ...options, duration: 2 })
  const { requests, latency, non2xx, errors } = await autocannon({ ...options, duration: SECONDS })
  if (non2xx + errors > 0) throw new Error(`${title}: ${non2xx} refusals and ${errors} errors of ${requests.total}.`)
  if (requests.total === 0) throw new Error(`${title}: nothing was answered in ${SECONDS} s.`)
  report('http', `${title}, requests a second`, requests.average, '1/s')
  report('http', `${title}, p50`, latency.p50, 'ms')
  report('http', `${title}, p99`, latency.p99, 'ms')
}

/** All demo songs are there, so the worker has nothing to do. */
async function untilQuiet(baseUrl: string) {
  for (let waited = 0; waited < 600; waited++) {
    const { items } = await (await fetch(`${baseUrl}/api/tracks?limit=50`)).json()
    if (items.length >= 9) return
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
  throw new Error('The demo songs were not made in time.')
}

async function roomWithSongs(host: HttpBrowser): Promise<string> {
  const { code } = await (await host.ask('POST', '/api/rooms', { name: 'Bench' })).json()
  const { items } = await (await host.ask('GET', '/api/tracks?limit=9')).json()
  for (const { id } of items) await host.ask('POST', `/api/rooms/${code}/streams`, { trackId: id })
  return code
}
