import type { Entry } from './entry'
import { state } from './state'

/** How a read was answered. */
export type Landed = { entry: Entry<unknown>; outcome: 'hits' | 'negativeHits' | 'misses' }

/** One read of a key, joined by everybody in the process who asks for the key meanwhile. */
export type Flight = {
  landing: Promise<Landed>
  land: (landed: Landed) => void
  crash: (error: unknown) => void
}

/** What is read: `seen` is what lies under the key and is of no use. */
export type Wanted<A> = { key: string; args: A; seen: string | null; flight: Flight }

export function newFlight(): Flight {
  let land: Flight['land'] = () => {}
  let crash: Flight['crash'] = () => {}
  const landing = new Promise<Landed>((resolve, reject) => {
    land = resolve
    crash = reject
  })
  // Who joined hears of the crash; if nobody did, nobody needs to.
  landing.catch(() => {})
  return { landing, land, crash }
}

/** Joins what is in the air, and sends off the rest together. */
export function fly<A>(
  asked: { key: string; args: A }[],
  sendOff: (wanted: Wanted<A>[]) => Promise<void>,
): Promise<Landed>[] {
  const { flights } = state()
  const sent: Wanted<A>[] = []
  const landings = asked.map(({ key, args }) => {
    const inTheAir = flights.get(key)
    if (inTheAir) return inTheAir.landing
    const flight = newFlight()
    flights.set(key, flight)
    sent.push({ key, args, seen: null, flight })
    return flight.landing
  })
  const done = ({ key, flight }: Wanted<A>) => {
    // An invalidation may have let a newer one take off.
    if (flights.get(key) === flight) flights.delete(key)
  }
  for (const one of sent)
    one.flight.landing.then(
      () => done(one),
      () => done(one),
    )
  const crashAll = (error: unknown) => {
    for (const { flight } of sent) flight.crash(error)
  }
  if (sent.length > 0) sendOff(sent).catch(crashAll)
  return landings
}
