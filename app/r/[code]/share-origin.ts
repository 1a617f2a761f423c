import { networkInterfaces } from 'node:os'
import { headers } from 'next/headers'

/**
 * The origin that others reach this Earshot by; null when it is the one in the address bar. Whoever hosts at
 * localhost needs it: that name means their own phone to everyone else.
 */
export async function shareOrigin(): Promise<string | null> {
  const host = (await headers()).get('host') ?? ''
  const local = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.exec(host)
  if (!local) return null
  const address = isOnlyHere() ? null : lanAddress()
  return address ? `http://${address}${local[2] ?? ''}` : null
}

/** Started for this machine alone: nobody else reaches it. */
const isOnlyHere = () => /^(localhost|127\.|::1$)/.test(process.env.HOST ?? '')

function lanAddress(): string | null {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null
}
