import type { Socket } from 'socket.io-client'
import { RoomPlayer, type RoomSound } from '@/components/player/player'
import { type PlayerView, viewOf } from '@/components/player/player-view'
import { exposeProbe } from '@/components/player/probe'
import { followServerClock } from '@/components/player/socket-clock'
import type { PlayerControls } from '@/components/player/use-player'
import { positionAt } from '@/lib/playback/state'

const SHOWN_EVERY_MS = 250
/** Nobody looks at a hidden page, but it goes on telling the room how far it is off. */
const HIDDEN_EVERY_MS = 2_000

export const UNHEARD: PlayerView = {
  status: 'locked',
  syncMs: null,
  roundTripMs: null,
  driftPpm: null,
  rate: 1,
  loadProgress: null,
  volume: 1,
  isMuted: false,
  deviceDelayMs: 0,
}

/** The player of one mounted room: ties the engine to a socket and tells React when something visible changed. */
export class PlayerSession {
  private player: RoomPlayer | null = null
  private room: RoomSound = { playback: null, nowPlaying: null, next: null }
  private socket: Socket | null = null
  private isAsked = false
  private measureClock: () => void = () => {}
  /** Server minus performance.now() by the last exchange: known also when the player has gone or measures anew. */
  private aheadMs: number | null = null
  private shown = UNHEARD
  private shownAt = 0
  private readonly watchers = new Set<() => void>()

  /** Begins the session and returns how to end it: React mounts twice while developing. */
  open(): () => void {
    const player = new RoomPlayer(() => this.show())
    this.player = player
    player.follow(this.room)
    exposeProbe(player)
    // A child's effect may have asked before this one ran.
    if (this.isAsked) player.start()
    this.show(true)
    return () => {
      player.close()
      this.player = null
    }
  }

  follow(room: RoomSound): void {
    this.room = room
    this.player?.follow(room)
    this.show(true)
  }

  connect(socket: Socket | null): (() => void) | undefined {
    this.socket = socket
    const clock = this.player?.clock
    if (!socket || !clock) return
    const show = () => this.show(true)
    const following = followServerClock(socket, clock, () => {
      const now = performance.now()
      this.aheadMs = clock.toServer(now) - now
      this.show()
    })
    this.measureClock = following.measure
    socket.on('connect', show).on('disconnect', show)
    return () => {
      following.end()
      socket.off('connect', show).off('disconnect', show)
    }
  }

  readonly subscribe = (watcher: () => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  readonly view = () => this.shown

  readonly controls: PlayerControls = {
    start: () => {
      this.isAsked = true
      this.withPlayer((player) => player.start())
    },
    stop: () => {
      this.isAsked = false
      this.withPlayer((player) => player.stop())
    },
    resync: () => this.withPlayer((player) => this.resync(player)),
    setVolume: (volume) => this.withPlayer(({ output }) => output.setVolume(volume, output.isMuted)),
    setHushed: (isHushed) => this.withPlayer(({ output }) => output.setHushed(isHushed)),
    setMuted: (isMuted) => this.withPlayer(({ output }) => output.setVolume(output.volume, isMuted)),
    setDeviceDelayMs: (ms) => this.withPlayer((player) => player.setDeviceDelay(ms)),
    positionMs: () => this.positionMs(),
    serverNowMs: () => this.serverNowMs(),
  }

  private withPlayer(act: (player: RoomPlayer) => void): void {
    if (this.player) act(this.player)
    this.show(true)
  }

  private resync(player: RoomPlayer): void {
    player.clock.reset()
    this.measureClock()
    player.rejoin()
  }

  private positionMs(): number {
    const { playback, nowPlaying } = this.room
    if (!playback || !nowPlaying) return 0
    const heardMs = this.player?.heardAt(performance.now())
    // Until the clock is known this computer's own is taken at its word: seldom far off, and soon put right.
    const placeMs = heardMs ?? positionAt(playback, this.serverNowMs() ?? Date.now())
    return Math.min(placeMs, nowPlaying.track.durationMs)
  }

  private serverNowMs(): number | null {
    return this.aheadMs === null ? null : performance.now() + this.aheadMs
  }

  private show(isNews = false): void {
    const now = performance.now()
    if (!this.player || (!isNews && now - this.shownAt < (document.hidden ? HIDDEN_EVERY_MS : SHOWN_EVERY_MS))) return
    this.shownAt = now
    const view = viewOf(this.player, this.socket?.connected ?? false, this.shown)
    if (isEqual(view, this.shown)) return
    this.shown = view
    for (const watcher of this.watchers) watcher()
  }
}

function isEqual(a: PlayerView, b: PlayerView): boolean {
  return (Object.keys(a) as (keyof PlayerView)[]).every((key) => a[key] === b[key])
}
