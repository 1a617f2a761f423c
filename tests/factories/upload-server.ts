import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { NextRequest } from 'next/server'
import * as retryRoute from '@/app/api/uploads/[id]/retry/route'
import * as uploadRoute from '@/app/api/uploads/[id]/route'
import * as uploadsRoute from '@/app/api/uploads/route'

type Handler = (request: NextRequest, context: { params: Promise<{ id: string }> }) => Promise<Response>

/** The upload routes on a socket of their own, as Next calls them. */
export async function serveUploads() {
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  }
  return { origin, close }
}

async function answer(request: IncomingMessage, response: ServerResponse) {
  const method = request.method ?? 'GET'
  const [id = '', action] = (request.url ?? '').replace(/^\/api\/uploads\/?/, '').split('/')
  const routes: Record<string, unknown> = action === 'retry' ? retryRoute : id ? uploadRoute : uploadsRoute
  const handler = routes[method] as Handler | undefined
  if (!handler) return void response.writeHead(405).end()
  const result = await handler(toNext(request, method), { params: Promise.resolve({ id: decodeURIComponent(id) }) })
  // Next strips it too.
  result.headers.delete('content-length')
  response.writeHead(result.status, Object.fromEntries(result.headers))
  if (result.body && method !== 'HEAD') Readable.fromWeb(result.body as never).pipe(response)
  else response.end()
}

function toNext(request: IncomingMessage, method: string): NextRequest {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) if (value) headers.set(name, String(value))
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new NextRequest(`http://${request.headers.host}${request.url}`, {
    method,
    headers,
    ...(hasBody ? { body: Readable.toWeb(request) as ReadableStream, duplex: 'half' } : {}),
  })
}
