import { invalidateNow } from './invalidate'
import { state } from './state'

/** Before the process ends. A later read starts it again. */
export async function closeCache() {
  await invalidateNow()
  const { stopHearing, probe, memory, spare } = state()
  clearTimeout(probe)
  Object.assign(state(), {
    hasMetRedis: false,
    isAway: false,
    isHearing: false,
    hearing: undefined,
    stopHearing: undefined,
  })
  memory.clear()
  spare.clear()
  await stopHearing?.()
}
