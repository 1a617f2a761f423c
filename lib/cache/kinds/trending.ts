import { defineKind } from '@/lib/cache/kind'
import { trendingEverywhere } from '@/lib/stats/queries'

const MOST = 50

/** The longest list that anyone may ask for. Adds, votes and plays have it forgotten within ten seconds. */
export const trending = defineKind({
  kind: 'trending',
  key: () => '',
  shape: 2,
  ttlMs: 2 * 60 * 60_000,
  isMissing: (list) => list.length === 0,
  loader: (_args: undefined) => trendingEverywhere(MOST),
})
