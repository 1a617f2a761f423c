import { route } from '@/app/_server/respond'
import { endOtherDevices } from '@/lib/auth/devices'
import { devicesOf } from '@/lib/auth/queries'
import { ok, refuse } from '@/lib/result'

const notSignedIn = refuse('not_signed_in', 'Sign in to see your devices.')

export const GET = route(async ({ device }) =>
  device ? ok({ items: await devicesOf(device), nextCursor: null }) : notSignedIn,
)

/** Ends all others. */
export const DELETE = route(async ({ device }) => (device ? ok({ ended: await endOtherDevices(device) }) : notSignedIn))
