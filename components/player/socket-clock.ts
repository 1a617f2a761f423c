import type { Socket } from 'socket.io-client'
import type { ClockFilter } from '@/lib/playback/clock'

const BURST = 8
const BURST_GAP_MS = 60
const STEADY_MS = 4000
/** At first each exchange still tells much: in a jittery network this halves the error of the first minute. */
const EAGER_MS = 500
const EAGER = 40
const ANSWER_MS = 5000

type Answer = { t0: number; t1: number; t2: number }

/** Feeds the filter over the socket: a burst on each connect and wake-up, then steadily. `measure` bursts anew. */
export function followServerClock(
  socket: Socket,
  clock: ClockFilter,
  onSample: () => void,
): { measure: () => void; end: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let sent = 0

  function ping() {
    const resets = clock.resets
    const t0 = performance.now()
    // The server leaves the farthest of us enough time to hear of a start.
    const message = clock.isSynced ? { t0, roundTripMs: clock.usualRoundTripMs } : { t0 }
    socket.timeout(ANSWER_MS).emit('clock:ping', message, (error: Error | null, answer: Answer) => {
      const t3 = performance.now()
      if (error || !Number.isFinite(answer?.t1) || !Number.isFinite(answer?.t2)) return
      clock.add({ t0, t1: answer.t1, t2: answer.t2, t3 })
      if (clock.resets > resets) burst()
      onSample()
    })
  }

  function next() {
    if (!socket.connected) return
    ping()
    sent += 1
    const waitMs = sent < BURST ? BURST_GAP_MS : sent < BURST + EAGER ? EAGER_MS : STEADY_MS
    timer = setTimeout(next, waitMs)
  }

  function burst() {
    clearTimeout(timer)
    sent = 0
    next()
  }

  // A tab that was frozen or a laptop that slept may have another clock now.
  const onVisible = () => document.visibilityState === 'visible' && burst()
  socket.on('connect', burst)
  document.addEventListener('visibilitychange', onVisible)
  window.addEventListener('online', burst)
  burst()
  const end = () => {
    clearTimeout(timer)
    socket.off('connect', burst)
    document.removeEventListener('visibilitychange', onVisible)
    window.removeEventListener('online', burst)
  }
  return { measure: burst, end }
}
