import { endedDevices } from '@/lib/auth/ended-devices'
import { isDeviceLive } from '@/lib/auth/viewer'
import { log } from '@/lib/log'
import { refuse } from '@/lib/result'
import type { RealtimeServer, RealtimeSocket } from './socket'

/** A socket outlives its cookie: hangs up on those whose device was signed out since. Their commands are refused anyway. */
export async function hangUpOnSignedOut(io: RealtimeServer): Promise<void> {
  const sockets = [...io.sockets.sockets.values()].filter(({ data }) => data.place && data.device)
  const devices = sockets.flatMap(({ data }) => data.device ?? [])
  if (devices.length === 0) return
  try {
    const ended = new Set((await endedDevices(devices)).map(({ deviceId }) => deviceId))
    for (const socket of sockets)
      if (socket.data.device && ended.has(socket.data.device.deviceId)) socket.disconnect(true)
  } catch (error) {
    log.warn({ err: error }, 'Who was signed out could not be read.')
  }
}

export const SESSION_ENDED = refuse('session_ended', 'You were signed out on this device. Sign in again to go on.')

/** True for guests: nobody signs them out. */
export async function isStillSignedIn({ data }: RealtimeSocket): Promise<boolean> {
  return !data.device || isDeviceLive(data.device)
}
