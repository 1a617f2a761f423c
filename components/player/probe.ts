import type { RoomPlayer } from '@/components/player/player'

/** What a measurement needs: the raw pair of the audio clock and the position of the sample in it. */
export type Sounding = {
  /** performance.now() at which the sample left the speaker, as getOutputTimestamp() says. */
  atMs: number
  /** Where in the song that sample is; null while nothing sounds. */
  positionMs: number | null
  wantedMs: number | null
  queueId: string | null
  durationMs: number | null
  serverMs: number
  rate: number
  contextTime: number
}

/** With `earshot:probe` set in localStorage, tests and benchmarks read the sound as `earshotPlayer.sounding()`. */
export function exposeProbe(player: RoomPlayer): void {
  if (!isAskedFor()) return
  Object.assign(globalThis, { earshotPlayer: { sounding: () => sounding(player) } })
}

function sounding(player: RoomPlayer): Sounding | null {
  const { ready } = player.output
  if (!ready) return null
  const { contextTime = 0, performanceTime = 0 } = ready.context.getOutputTimestamp()
  // The deck's account is in context time: the filtered clock there and back cancels out.
  const asMapped = ready.clock.performanceTimeAt(contextTime)
  const deck = player.current?.deck
  return {
    atMs: performanceTime,
    positionMs: deck?.positionAt(asMapped) ?? null,
    wantedMs: player.wantedAt(performanceTime),
    queueId: player.current?.queueId ?? null,
    durationMs: player.room.nowPlaying?.track.durationMs ?? null,
    serverMs: player.clock.toServer(performanceTime),
    rate: deck?.rateAt(asMapped) ?? 1,
    contextTime,
  }
}

function isAskedFor(): boolean {
  try {
    return localStorage.getItem('earshot:probe') !== null
  } catch {
    return false
  }
}
