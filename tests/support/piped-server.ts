import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import send from 'send'
import { ffmpegPath } from '@/lib/media/ffmpeg'

export type PipedVideo = {
  title: string
  uploader: string
  seconds: number
  /** Hz */
  tone?: number
  isLive?: boolean
  /** The reason, as Piped gives it, for which there is none. */
  refusal?: string
}

/**
 * Piped on this machine, with the shapes and errors of its API (TeamPiped/Piped-Backend), and the proxy that its
 * addresses lead to: sound in fragments as YouTube has it, with ranges, until the address runs out.
 */
export async function startPiped(videos: Record<string, PipedVideo>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'earshot-piped-'))
  const state = { asked: [] as string[], isDown: false, validFrom: 0, issued: 0, proxy: '' }
  for (const [id, video] of Object.entries(videos)) if (!video.refusal && !video.isLive) makeFiles(folder, id, video)
  const server = createServer((request, response) => answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  state.proxy = origin

  function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '', origin)
    state.asked.push(url.pathname)
    const [, first = '', id = ''] = url.pathname.split('/')
    if (state.isDown) return void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>')
    // Sends elsewhere, whatever it is asked for.
    if (first === 'elsewhere') return void response.writeHead(302, { location: `http://127.0.0.1:${id}/` }).end()
    if (first === 'streams') return json(response, ...streamsOf(id))
    if (first === 'search') return json(response, 200, { items: found(url), nextpage: null, corrected: false })
    if (first === 'vi') return void send(request, `/${id}.jpg`, { root: folder }).pipe(response)
    if (first !== 'videoplayback') return json(response, 404, { message: 'Not found' })
    if (Number(url.searchParams.get('expire')) < state.validFrom) return void response.writeHead(403).end()
    send(request, `/${url.searchParams.get('id')}.m4a`, { root: folder, cacheControl: false }).pipe(response)
  }

  function streamsOf(id: string): [number, unknown] {
    const video = videos[id] ?? { title: '', uploader: '', seconds: 0, refusal: 'Video unavailable' }
    if (video.refusal)
      return [500, { error: `org.schabi.newpipe.extractor.exceptions: ${video.refusal}`, message: video.refusal }]
    state.issued += 1
    const address = `${state.proxy}/videoplayback?expire=${state.issued}&id=${id}&dur=${video.seconds}.000&host=rr1.googlevideo.com`
    const audio = { quality: '128 kbps', videoOnly: false, contentLength: -1, audioTrackType: null }
    const audioStreams = [
      {
        ...audio,
        url: `${address}&itag=251`,
        format: 'WEBMA_OPUS',
        mimeType: 'audio/webm',
        codec: 'opus',
        bitrate: 150_000,
      },
      {
        ...audio,
        url: `${address}&itag=140`,
        format: 'M4A',
        mimeType: 'audio/mp4',
        codec: 'mp4a.40.2',
        bitrate: 130_000,
      },
    ]
    return [
      200,
      {
        ...{ title: video.title, uploader: video.uploader, duration: video.isLive ? -1 : video.seconds },
        ...{ livestream: video.isLive ?? false, thumbnailUrl: `${state.proxy}/vi/${id}/hqdefault.jpg` },
        ...{
          audioStreams: video.isLive ? [] : audioStreams,
          videoStreams: [],
          relatedStreams: [],
          proxyUrl: state.proxy,
        },
      },
    ]
  }

  /** Songs, and a channel as it comes among them. */
  function found(url: URL) {
    const words = (url.searchParams.get('q') ?? '').toLowerCase()
    const songs = Object.entries(videos).filter(([, { title }]) => title.toLowerCase().includes(words))
    const channel = { url: '/channel/UC1', type: 'channel', name: 'Somebody', verified: false, subscribers: 1 }
    return [
      channel,
      ...songs.map(([id, { title, uploader, seconds, isLive }]) => ({
        ...{ url: `/watch?v=${id}`, type: 'stream', title, uploaderName: uploader.replace(/ - Topic$/, '') },
        ...{ duration: isLive ? -1 : seconds, views: 1, thumbnail: `${state.proxy}/vi/${id}/mqdefault.jpg` },
      })),
    ]
  }

  return {
    origin,
    state,
    /** Every address given so far has run out. */
    expire: () => {
      state.validFrom = state.issued + 1
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      rmSync(folder, { recursive: true })
    },
  }
}

function json(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function makeFiles(folder: string, id: string, { seconds, tone = 440 }: PipedVideo) {
  const ffmpeg = (...args: string[]) => execFileSync(ffmpegPath(), ['-v', 'error', '-y', '-f', 'lavfi', ...args])
  const fragments = ['-movflags', 'dash+global_sidx', '-frag_duration', '10000000']
  const aac = ['-c:a', 'aac', '-b:a', '64k', ...fragments, path.join(folder, `${id}.m4a`)]
  ffmpeg('-i', `sine=f=${tone}:r=44100`, '-t', String(seconds), '-ac', '2', ...aac)
  // 4:3 with the bars that YouTube adds.
  ffmpeg('-i', 'color=teal:s=480x270,pad=480:360:0:45:black', '-frames:v', '1', path.join(folder, `${id}.jpg`))
}
