import { randomUUID } from 'node:crypto'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import { env } from '@/lib/env'
import { takeToken } from '@/lib/rate-limit'
import { REFUSALS, type Refusal, type Result, refuse } from '@/lib/result'
import { acceptUpload, forgetUpload, startUpload } from './mutations'
import { ownsUpload } from './queries'
import { isUploadId } from './raw-files'
import { UPLOAD_EXPIRES_MS } from './schema'
import { uploadsRoot } from './storage'

export const UPLOADS_PATH = '/api/uploads'

// Who asks, for the hooks: tus hands them the request only.
const senders = new WeakMap<object, string>()

/** Answers the tus protocol (POST, HEAD, PATCH, DELETE) for a signed-in user. */
export async function handleTus(request: Request, userId: string): Promise<Response> {
  senders.set(request, userId)
  const response = await server().handleWeb(request)
  if (request.method === 'DELETE' && response.ok) await forgetUpload(idOf(request))
  const refused = await completeOnHead(request, response)
  const answer = refused ? answerRefusal(refused) : response
  if (answer.status >= 400 && request.method !== 'HEAD') answer.headers.set('content-type', 'application/json')
  answer.headers.delete('access-control-allow-origin')
  return answer
}

let made: Server | undefined

function server(): Server {
  made ??= new Server({
    path: UPLOADS_PATH,
    relativeLocation: true,
    datastore: new FileStore({ directory: uploadsRoot(), expirationPeriodInMilliseconds: UPLOAD_EXPIRES_MS }),
    maxSize: env().MAX_UPLOAD_MB * 1024 * 1024,
    disableTerminationForFinishedUploads: true,
    namingFunction: () => randomUUID(),
    getFileIdFromRequest: (_request, last) => (last && isUploadId(last) ? last : undefined),
    onIncomingRequest: async (request, id) => {
      // A new upload has no owner yet: onUploadCreate gives it one.
      if (request.method === 'POST') return
      if (!(await ownsUpload({ id, userId: senderOf(request) }))) throw { status_code: 404, body: 'not_found' }
    },
    onUploadCreate: async (request, upload) => {
      const userId = senderOf(request)
      const { filename, name, filetype, type } = upload.metadata ?? {}
      if (upload.size === undefined) throw new Refused(refuse('invalid_input', 'Say the size of the file first.'))
      if (upload.size === 0) throw new Refused(refuse('not_audio', 'This file is empty.'))
      check(await takeToken('upload', userId))
      const [fileName, mimeType] = [filename ?? name ?? '', filetype ?? type ?? null]
      check(await startUpload({ id: upload.id, userId, fileName, size: upload.size, mimeType }))
      return {}
    },
    onUploadFinish: async (_request, upload) => {
      check(await acceptUpload(upload.id))
      return {}
    },
    onResponseError: (_request, error) => {
      if (error instanceof Refused) return errorBody(error.refusal)
      if ('status_code' in error) return errorBody(protocolRefusal(error.status_code, error.body), error.status_code)
      throw error
    },
  })
  return made
}

// The process may have died after the last byte and before it looked into the file: the browser that
// comes back is told "all there", so the file is taken now.
async function completeOnHead(request: Request, response: Response): Promise<Refusal | null> {
  const [offset, length] = [response.headers.get('upload-offset'), response.headers.get('upload-length')]
  if (request.method !== 'HEAD' || offset === null || offset !== length) return null
  const accepted = await acceptUpload(idOf(request))
  return accepted.ok ? null : accepted.refusal
}

const idOf = (request: Request) => new URL(request.url).pathname.split('/').at(-1) ?? ''

class Refused extends Error {
  readonly refusal: Refusal
  constructor(result: { ok: false; refusal: Refusal }) {
    super(result.refusal.message)
    this.refusal = result.refusal
  }
}

function check(result: Result<unknown>) {
  if (!result.ok) throw new Refused(result)
}

function senderOf(request: object): string {
  const userId = senders.get(request)
  if (!userId) throw new Error('An upload request came without its user.')
  return userId
}

const errorBody = (refusal: Refusal, status: number = REFUSALS[refusal.code]) => ({
  status_code: status,
  body: JSON.stringify({ error: refusal }),
})

function answerRefusal(refusal: Refusal): Response {
  const { status_code, body } = errorBody(refusal)
  return new Response(body, { status: status_code, headers: { 'tus-resumable': '1.0.0' } })
}

function protocolRefusal(status: number, body: string): Refusal {
  if (status === 413)
    return { code: 'too_large', message: `The file is too large. At most ${env().MAX_UPLOAD_MB} MB fit.` }
  if (status === 404 || status === 410)
    return { code: 'not_found', message: 'This upload is gone. Upload the file again.' }
  return { code: 'invalid_input', message: body.trim() }
}
