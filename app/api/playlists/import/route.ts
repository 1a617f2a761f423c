import { parseQuery, route } from '@/app/_server/respond'
import { signedIn } from '@/app/_server/signed-in'
import { streamText } from '@/app/_server/stream-text'
import { log } from '@/lib/log'
import { importList } from '@/lib/playlists/import'
import { importInput } from '@/lib/playlists/import-schema'
import { takeToken } from '@/lib/rate-limit'
import { refuse } from '@/lib/result'

/** A file as the body; the answer comes while it is read, one JSON object a line, the last one with the bad lines. */
export const POST = route(async ({ request, viewer }) => {
  const user = signedIn(viewer)
  if (!user.ok) return user
  const query = parseQuery(request, importInput)
  if (!query.ok) return query
  const taken = await takeToken('importList', user.value)
  if (!taken.ok) return taken
  if (!request.body) return refuse('invalid_input', 'There is nothing in this file.')
  const size = Number(request.headers.get('content-length')) || null
  const input = { userId: user.value, fileName: query.value.fileName, bytes: request.body, size }
  return streamText({ contentType: 'application/x-ndjson', text: lines(input), isWhole: false })
})

async function* lines(input: Parameters<typeof importList>[0]) {
  try {
    for await (const event of importList(input)) yield `${JSON.stringify(event)}\n`
  } catch (error) {
    log.error({ err: error }, 'An import broke off')
    yield `${JSON.stringify({ type: 'failed', lines: 0, added: 0, bad: 0, playlist: null, message: BROKEN })}\n`
  }
}

const BROKEN = 'The import broke off on our side. What has come in is kept; try the rest again.'
