import { createHash, timingSafeEqual } from 'node:crypto'
import { route } from '@/app/_server/respond'
import { env } from '@/lib/env'
import { metricFamilies } from '@/lib/metrics/families'
import { CONTENT_TYPE, prometheusText } from '@/lib/metrics/prometheus'
import { cacheSizes, jobCounts, liveProcesses } from '@/lib/metrics/queries'
import { refuse } from '@/lib/result'

export const GET = route(async ({ request, viewer }) => {
  const isAdmin = viewer.kind === 'user' && viewer.role === 'admin'
  if (!isAdmin && !hasToken(request.headers.get('authorization')))
    return refuse('not_signed_in', 'Sign in as an admin, or send METRICS_TOKEN as the bearer token.')
  const [processes, jobs] = await Promise.all([liveProcesses(), jobCounts()])
  const text = prometheusText(metricFamilies({ processes, jobs, sizes: await cacheSizes(processes) }))
  return new Response(text, { headers: { 'content-type': CONTENT_TYPE, 'cache-control': 'no-store' } })
})

function hasToken(authorization: string | null): boolean {
  const wanted = env().METRICS_TOKEN
  const [, given] = /^Bearer (.+)$/i.exec(authorization ?? '') ?? []
  // Digests have one length, and comparing them takes one time.
  return wanted !== undefined && given !== undefined && timingSafeEqual(digest(given), digest(wanted))
}

const digest = (text: string) => createHash('sha256').update(text).digest()
