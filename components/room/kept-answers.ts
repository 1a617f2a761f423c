import type { Answer } from './room-socket'

type Kept = { asked: Promise<Answer<unknown>>; hasFailed: boolean; returns: number }

/**
 * Asks once for each key. The same promise for as long as it is shown, also when it failed: React asks for it each time
 * that it renders. One that failed is asked anew when the connection has come back since (`returns` counts how often).
 */
export function keepAnswers(most: number) {
  const known = new Map<string, Kept>()
  const answerTo = <T>(key: string, returns: number, asker: () => Promise<Answer<T>>): Promise<Answer<T>> => {
    const old = known.get(key)
    if (old && !(old.hasFailed && old.returns !== returns)) return old.asked as Promise<Answer<T>>
    const asked = asker()
    const kept = { asked, hasFailed: false, returns }
    known.set(key, kept)
    if (known.size > most) known.delete(known.keys().next().value ?? '')
    void asked.then((answer) => {
      kept.hasFailed = !answer.ok
    })
    return asked
  }
  /** Somebody wants it now: one that failed is asked anew. */
  const renew = (key: string) => {
    if (known.get(key)?.hasFailed) known.delete(key)
  }
  return { answerTo, renew }
}
