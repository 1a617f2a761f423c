import pg from 'pg'
import { closeBus } from '@/lib/bus'
import { EVENTS, type EventName, type Scene } from '../factories/scenes'

// A process for the tests that is killed while many events are under way. The driver holds each event right before one
// of its statements: it never gets to the database, and nothing of the event goes on.

/** `holdAt`: 1 is before the event's first statement; null lets it run through. */
export type Order = { event: EventName; scene: Scene; holdAt: number | null }
/** How many statements have gone to the database. */
export type Answer = { statements: number; isHeld: boolean }

// One event is under way at a time; those before it are held or over.
let statements = 0
let holdAt: number | null = null
let onHeld = () => {}
const held = new WeakSet<pg.Client>()

const { query } = pg.Client.prototype
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  // What others hear of an event is sent by the bus when all of it has been committed.
  if (/pg_notify|synchronous_commit/.test(JSON.stringify(args[0]))) return Reflect.apply(query, this, args)
  // A held transaction that has waited for too long is told to roll back: that stays here too.
  if (held.has(this)) return new Promise(() => {})
  if (statements + 1 === holdAt) {
    held.add(this)
    onHeld()
    return new Promise(() => {})
  }
  statements++
  return Reflect.apply(query, this, args)
} as typeof query

process.on('message', async ({ event, scene, holdAt: at }: Order) => {
  statements = 0
  holdAt = at
  const untilHeld = new Promise<boolean>((resolve) => {
    onHeld = () => resolve(true)
  })
  const isHeld = await Promise.race([untilHeld, EVENTS[event](scene).then(() => false)])
  process.send?.({ statements, isHeld } satisfies Answer)
})
process.once('disconnect', () => void closeBus())
