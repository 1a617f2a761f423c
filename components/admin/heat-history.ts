import type { TrackTrendingItem } from '@/lib/stats/schema'

/** Two and a half minutes of answers. */
export const SAMPLES = 60

/** What was seen since the page was opened: nobody keeps the heat of the past, so only that much is known. */
export type HeatHistory = {
  items: TrackTrendingItem[]
  ranks: ReadonlyMap<string, number>
  heats: ReadonlyMap<string, readonly number[]>
}

export function startHistory(items: TrackTrendingItem[]): HeatHistory {
  return {
    items,
    ranks: new Map(items.map(({ track }, rank) => [track.id, rank])),
    heats: new Map(items.map(({ track, heat }) => [track.id, [heat]])),
  }
}

/** With one more answer. A song that was not listed before begins with it. */
export function withAnswer({ ranks, heats }: HeatHistory, items: TrackTrendingItem[]): HeatHistory {
  return {
    items,
    ranks,
    heats: new Map(
      items.map(({ track, heat }) => [track.id, [...(heats.get(track.id) ?? []), heat].slice(-SAMPLES)] as const),
    ),
  }
}

/** Places gained since the page was opened; null for a song that was not listed then. */
export function movedUp({ ranks }: HeatHistory, trackId: string, rank: number): number | null {
  const before = ranks.get(trackId)
  return before === undefined ? null : before - rank
}
