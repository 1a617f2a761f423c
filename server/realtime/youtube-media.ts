import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { invalidate } from '@/lib/cache/invalidate'
import { youtubeAudio } from '@/lib/cache/kinds/youtube'
import { cached } from '@/lib/cache/read'
import { db } from '@/lib/db'
import { log } from '@/lib/log'
import { fetchAllowed } from '@/lib/providers/fetch-allowed'
import { isPipedMedia } from '@/lib/providers/piped-hosts'
import type { AudioAddress } from '@/lib/providers/youtube'

const PATIENCE_MS = 10_000
/** Passed on as they are; all others are the provider's own business. */
const HEADERS = ['content-length', 'content-range', 'accept-ranges'] as const
const RANGE = /^bytes=\d*-\d*$/

/** The video that `/media/youtube/ID` names, or null. */
export const videoIn = (pathname: string) => /^\/media\/youtube\/([\w-]{11})$/.exec(pathname)?.[1] ?? null

/**
 * Passes on the sound of a video that somebody has added here, so that browsers meet no other site. Nothing of it is
 * kept. 404 for all other videos, 502 while the provider gives none.
 */
export async function serveYoutube(request: IncomingMessage, response: ServerResponse, videoId: string) {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  try {
    if (!(await isHere(videoId))) return end(response, 404)
    const answer = await fetchAudio(videoId, request, gone.signal)
    if (!answer) return end(response, 502)
    await passOn(answer.sound, answer.type, response)
  } catch (error) {
    if (gone.signal.aborted) return
    log.warn({ err: error, videoId }, 'The sound of a video broke off')
    end(response, 502)
  }
}

async function isHere(videoId: string): Promise<boolean> {
  const track = { source: 'youtube', sourceId: videoId } as const
  return (await db().song.count({ where: { status: 'ready', track } })) > 0
}

/** An address that has run out is found anew, once. */
async function fetchAudio(videoId: string, request: IncomingMessage, signal: AbortSignal) {
  for (const isLast of [false, true]) {
    const audio = await cached(youtubeAudio, videoId)
    if (!audio.ok) return null
    const sound = await ask(audio.value, request, signal)
    if (sound.status === 200 || sound.status === 206 || sound.status === 416) return { sound, type: audio.value.type }
    await sound.body?.cancel()
    log.info({ videoId, status: sound.status, isLast }, 'The sound of a video is not where it was')
    await invalidate(youtubeAudio, videoId)
  }
  return null
}

async function ask({ url }: AudioAddress, { method = 'GET', headers: { range } }: IncomingMessage, gone: AbortSignal) {
  const slow = new AbortController()
  const timer = setTimeout(() => slow.abort(new Error('The provider takes too long.')), PATIENCE_MS)
  const headers = { 'accept-encoding': 'identity', ...(range && RANGE.test(range) ? { range } : {}) }
  const signal = AbortSignal.any([gone, slow.signal])
  return fetchAllowed(url, { method, headers, signal, isAllowed: isPipedMedia }).finally(() => clearTimeout(timer))
}

async function passOn(sound: Response, type: string, response: ServerResponse) {
  response.statusCode = sound.status
  for (const name of HEADERS) {
    const value = sound.headers.get(name)
    if (value) response.setHeader(name, value)
  }
  response.setHeader('Content-Type', type)
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox")
  response.setHeader('Cache-Control', 'private, max-age=3600')
  if (sound.body) await pipeline(Readable.fromWeb(sound.body as ReadableStream), response)
  else response.end()
}

function end(response: ServerResponse, status: number) {
  if (response.headersSent) response.destroy()
  else response.writeHead(status).end()
}
