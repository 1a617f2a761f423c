import { z } from 'zod'
import { signedOutCookies } from '@/app/_server/cookies'
import { route } from '@/app/_server/respond'
import { endDevice } from '@/lib/auth/devices'
import { ok, refuse } from '@/lib/result'

const uuid = z.uuid()

export const DELETE = route<{ deviceId: string }>(async ({ request, params, device, setCookies }) => {
  if (!device) return refuse('not_signed_in', 'Sign in to see your devices.')
  const { userId } = device
  const deviceId = params.deviceId.toLowerCase()
  const isEnded = uuid.safeParse(deviceId).success && (await endDevice({ userId, deviceId }))
  if (!isEnded) return refuse('not_found', 'None of your signed-in devices is this one.')
  if (deviceId === device.deviceId) setCookies(signedOutCookies(request))
  return ok(undefined)
})
