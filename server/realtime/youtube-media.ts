import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { LRUCache } from 'lru-cache'
import { invalidate } from '@/lib/cache/invalidate'
import { youtubeAudio } from '@/lib/cache/kinds/youtube'
import { cached } from '@/lib/cache/read'
import { db } from '@/lib/db'
import { log } from '@/lib/log'
import { orAway } from '@/lib/providers/away'
import { fetchAllowed } from '@/lib/providers/fetch-allowed'
import { isPipedMedia } from '@/lib/providers/piped-hosts'
import { patient } from './patient'

/** Without an answer, or without a byte of one that somebody waits for. */
const PATIENCE_MS = 10_000
/** A listener opens one or two. */
const MOST_OPEN = 1_000
const RANGE = /^bytes=\d*-\d*$/

/** What cannot be had is not asked for anew for so long, however many listeners try. */
const REST_MS = 3_000
const resting = new LRUCache<string, true>({ max: 1_000, ttl: REST_MS })
let open = 0

/** The video that `/media/youtube/ID` names, or null. */
export const videoIn = (pathname: string) => /^\/media\/youtube\/([\w-]{11})$/.exec(pathname)?.[1] ?? null

/**
 * Passes on the sound of a video that somebody has added here, so that browsers meet no other site. Nothing of it is
 * kept. 404 for all other videos, 502 while the provider gives none, 503 when too many are open.
 */
export async function serveYoutube(request: IncomingMessage, response: ServerResponse, videoId: string) {
  if (open >= MOST_OPEN) return end(response, 503)
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  open += 1
  try {
    if (!(await isHere(videoId))) return end(response, 404)
    const answer = resting.has(videoId) ? null : await fetchSound(videoId, request, gone.signal)
    if (!answer) return end(response, 502)
    await passOn(answer.sound, answer.type, response)
  } catch (error) {
    if (!gone.signal.aborted) log.warn({ err: error, videoId }, 'The sound of a video broke off')
    end(response, 502)
  } finally {
    open -= 1
  }
}

async function isHere(videoId: string): Promise<boolean> {
  const track = { source: 'youtube', sourceId: videoId } as const
  return (await db().song.count({ where: { status: 'ready', track } })) > 0
}

/** An address that does not hold is found anew, once. */
async function fetchSound(videoId: string, request: IncomingMessage, signal: AbortSignal) {
  for (const isLast of [false, true]) {
    const audio = await orAway(cached(youtubeAudio, videoId))
    if (!audio.ok) return null
    const { url, type } = audio.value
    const sound = await ask(url, request, signal).catch((error: unknown) => {
      if (signal.aborted) throw error
      log.warn({ err: error, videoId }, 'The sound of a video cannot be had')
      return null
    })
    if (sound && isSound(sound)) return { sound, type }
    await sound?.body?.cancel()
    log.info({ videoId, status: sound?.status, isLast }, 'The sound of a video is not where it was')
    await forget(videoId, url)
  }
  resting.set(videoId, true)
  return null
}

const isSound = ({ status, headers }: Response) =>
  (status === 200 || status === 206 || status === 416) && (headers.get('content-encoding') ?? 'identity') === 'identity'

/** Unless somebody else has found it anew meanwhile. */
async function forget(videoId: string, url: string) {
  const now = await orAway(cached(youtubeAudio, videoId))
  if (now.ok && now.value.url === url) await invalidate(youtubeAudio, videoId)
}

async function ask(url: string, { method = 'GET', headers: { range } }: IncomingMessage, gone: AbortSignal) {
  const slow = new AbortController()
  const timer = setTimeout(() => slow.abort(new Error('The provider takes too long.')), PATIENCE_MS)
  const headers = { 'accept-encoding': 'identity', ...(range && RANGE.test(range) ? { range } : {}) }
  const signal = AbortSignal.any([gone, slow.signal])
  return fetchAllowed(url, { method, headers, signal, isAllowed: isPipedMedia }).finally(() => clearTimeout(timer))
}

async function passOn(sound: Response, type: string, response: ServerResponse) {
  response.statusCode = sound.status
  // All others are the provider's own business.
  for (const name of ['content-length', 'content-range', 'accept-ranges']) {
    const value = sound.headers.get(name)
    if (value) response.setHeader(name, value)
  }
  response.setHeader('Content-Type', type)
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox")
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  response.setHeader('Cache-Control', 'private, max-age=3600')
  if (!sound.body) return void response.end()
  await pipeline(Readable.fromWeb(sound.body as ReadableStream), patient(PATIENCE_MS), response)
}

function end(response: ServerResponse, status: number) {
  if (response.headersSent) response.destroy()
  else response.writeHead(status).end()
}
