import { vi } from 'vitest'

/** A run of a buffer as it was scheduled, in context seconds. */
export type Run = { name: string; from: number; position: number; endsAt: number }

class Param {
  setValueAtTime() {}
  linearRampToValueAtTime() {}
  cancelScheduledValues() {}
  setTargetAtTime() {}
}

class Node {
  connect<T>(to: T): T {
    return to
  }
  disconnect() {}
}

type Decoded = { name: string; duration: number }

/**
 * Web Audio without a speaker, for Node and simulated time: a context whose clock follows performance.now(), that can
 * drop out, be interrupted or refuse to start, and a record of what was scheduled on it.
 */
export function imagineSound() {
  const sound = {
    runs: [] as Run[],
    /** Context ms that were lost so far. */
    droppedMs: 0,
    latencyMs: 80,
    /** The sound card's clock against the page's: 1e-4 is 100 ppm fast. */
    skew: 0,
    isRefused: false,
    context: null as Context | null,
  }

  class Context extends EventTarget {
    state: 'suspended' | 'running' | 'closed' = 'suspended'
    destination = new Node()
    baseLatency = 0.02
    outputLatency = 0.08
    get currentTime() {
      return (performance.now() * (1 + sound.skew) - sound.droppedMs) / 1000
    }
    constructor() {
      super()
      sound.context = this
      if (!sound.isRefused) void this.resume()
    }
    getOutputTimestamp() {
      return { contextTime: this.currentTime - sound.latencyMs / 1000, performanceTime: performance.now() }
    }
    async resume() {
      if (sound.isRefused) throw new Error('NotAllowedError')
      this.set('running')
    }
    async suspend() {
      this.set('suspended')
    }
    async close() {
      this.set('closed')
    }
    async decodeAudioData(bytes: ArrayBuffer): Promise<Decoded> {
      return JSON.parse(new TextDecoder().decode(bytes))
    }
    private set(state: Context['state']) {
      if (this.state === state) return
      this.state = state
      this.dispatchEvent(new Event('statechange'))
    }
  }

  class Gain extends Node {
    gain = new Param()
  }

  class Source extends Node {
    playbackRate = new Param()
    private run: Run | undefined
    constructor(
      _context: Context,
      private readonly options: { buffer: Decoded },
    ) {
      super()
    }
    start(from: number, position: number) {
      const { name, duration } = this.options.buffer
      this.run = { name, from, position, endsAt: from + duration - position }
      sound.runs.push(this.run)
    }
    stop(at = 0) {
      if (this.run) this.run.endsAt = Math.max(this.run.from, Math.min(this.run.endsAt, at))
    }
  }

  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  vi.stubGlobal('AudioContext', Context)
  vi.stubGlobal('GainNode', Gain)
  vi.stubGlobal('AudioBufferSourceNode', Source)
  vi.stubGlobal('document', page)
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('navigator', {})
  /** What leaves the speaker at an instant of performance.now(), if one song does. */
  const heardAt = (performanceMs: number) => {
    const at = (performanceMs * (1 + sound.skew) - sound.droppedMs - sound.latencyMs) / 1000
    const run = sound.runs.findLast(({ from, endsAt }) => from <= at && at < endsAt)
    return run ? { name: run.name, positionMs: (run.position + at - run.from) * 1000 } : null
  }
  return { sound, page, heardAt }
}

/** A network for songs: each is what its name and length say, and comes after `waitMs`. */
export function imagineSongs(lengths: Record<string, number>) {
  const network = { waitMs: 50, fetched: [] as string[] }
  vi.stubGlobal('fetch', async (name: string, { signal }: { signal: AbortSignal }) => {
    network.fetched.push(name)
    await new Promise((resolve) => setTimeout(resolve, network.waitMs))
    signal.throwIfAborted()
    return new Response(JSON.stringify({ name, duration: (lengths[name] ?? 0) / 1000 }))
  })
  return network
}
