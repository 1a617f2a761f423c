import { count } from './counts'
import { fly, type Landed } from './flight'
import { type Json, type Kind, keyOf } from './kind'
import { obtain } from './obtain'

/** Keys read from the store in one go. */
const BATCH = 100

/** From the cache, else loaded once, however many ask. Throws only what the loader throws. */
export async function cached<A, V extends Json>(kind: Kind<A, V>, args: A): Promise<V> {
  const key = keyOf(kind, args)
  if (key === null) return kind.loader(args)
  const [landing] = fly([{ key, args }], (wanted) => obtain(kind, wanted))
  if (!landing) throw new Error('Nothing was read.')
  return receive(kind, await landing)
}

/** The same for many, in their order: one read of the store, and one load of what is missing if the kind can. */
export async function cachedMany<A, V extends Json>(kind: Kind<A, V>, many: A[]): Promise<V[]> {
  const values: V[] = []
  for (let from = 0; from < many.length; from += BATCH)
    values.push(...(await readBatch(kind, many.slice(from, from + BATCH))))
  return values
}

async function readBatch<A, V extends Json>(kind: Kind<A, V>, batch: A[]): Promise<V[]> {
  const asked = batch.flatMap((args) => {
    const key = keyOf(kind, args)
    return key === null ? [] : [{ key, args }]
  })
  const landings = fly(asked, (wanted) => obtain(kind, wanted))
  let next = 0
  return Promise.all(
    batch.map(async (args) => {
      const landing = keyOf(kind, args) === null ? undefined : landings[next++]
      return landing ? receive(kind, await landing) : kind.loader(args)
    }),
  )
}

function receive<A, V extends Json>(kind: Kind<A, V>, { entry, outcome }: Landed): V {
  count(kind.kind, outcome)
  return entry.take() as V
}
