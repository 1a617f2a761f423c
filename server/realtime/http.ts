import type { IncomingMessage, ServerResponse } from 'node:http'
import { serveMedia } from './media'

/** Next tells everybody where it passed a request on to, unless the answer has a header of that name itself. */
export const NO_ADDRESS = ['x-middleware-rewrite', ''] as const

/** What this process serves beside the socket. It listens on this machine; the web process passes on what is public. */
export function answerHttp(health: () => { isWell: boolean; sockets: number }) {
  return (request: IncomingMessage, response: ServerResponse) => {
    response.setHeader(...NO_ADDRESS)
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
