import type { IncomingMessage, ServerResponse } from 'node:http'
import send from 'send'
import { mediaRoot } from '@/lib/media/storage'
import { serveYoutube, videoIn } from './youtube-media'

// The type is ours, by what the worker wrote: never guessed from what somebody uploaded.
const TYPES: Record<string, string> = {
  m4a: 'audio/mp4',
  opus: 'audio/ogg',
  ogg: 'audio/ogg',
  webp: 'image/webp',
}

const PREFIX = '/media/'

/** Answers `/media/KEY` with Range, ETag and a long cache. False when the request is for somebody else. */
export function serveMedia(request: IncomingMessage, response: ServerResponse): boolean {
  const pathname = (request.url ?? '').split('?', 1)[0] ?? ''
  if (!pathname.startsWith(PREFIX)) return false
  response.setHeader('X-Content-Type-Options', 'nosniff')
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    end(response, 405)
    return true
  }
  const videoId = videoIn(pathname)
  if (videoId) {
    void serveYoutube(request, response, videoId)
    return true
  }
  const type = TYPES[/\.([a-z0-9]+)$/.exec(pathname)?.[1] ?? '']
  if (!type) {
    end(response, 404)
    return true
  }
  sendFile(request, response, pathname.slice(PREFIX.length - 1), type)
  return true
}

function sendFile(request: IncomingMessage, response: ServerResponse, pathname: string, type: string) {
  send(request, pathname, {
    root: mediaRoot(),
    index: false,
    dotfiles: 'deny',
    maxAge: '1y',
    immutable: true,
  })
    .on('headers', (answer: ServerResponse) => {
      answer.setHeader('Content-Type', type)
      answer.setHeader('Content-Security-Policy', "default-src 'none'; sandbox")
    })
    .on('directory', () => end(response, 404))
    .on('error', (error: { statusCode?: number; headers?: Record<string, string> }) => {
      for (const [name, value] of Object.entries(error.headers ?? {})) response.setHeader(name, value)
      // Which of the forbidden ways was tried is nobody's business.
      end(response, error.statusCode === 416 || error.statusCode === 412 ? error.statusCode : 404)
    })
    .pipe(response)
}

function end(response: ServerResponse, status: number) {
  if (response.headersSent) {
    response.destroy()
    return
  }
  response.statusCode = status
  response.removeHeader('Content-Length')
  response.end()
}
