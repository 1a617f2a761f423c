import type { IncomingMessage, ServerResponse } from 'node:http'
import { serveMedia } from './media'

/** What this process serves beside the socket. It listens on this machine; the web process passes on what is public. */
export function answerHttp(health: () => { isWell: boolean; sockets: number }) {
  return (request: IncomingMessage, response: ServerResponse) => {
    if (serveMedia(request, response)) return
    if (request.url !== '/health') {
      response.writeHead(404).end()
      return
    }
    const { isWell, sockets } = health()
    const body = JSON.stringify({ status: isWell ? 'ok' : 'database_away', sockets })
    response
      .writeHead(isWell ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' })
      .end(body)
  }
}
