import { Refusal } from './refusal.mjs'

const controller = new AbortController()

/** Aborts when somebody asks the program to stop: Ctrl-C, a signal, or a closed terminal. */
export const stopping = controller.signal

let requests = 0
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // npm passes on the Ctrl-C that the terminal has sent us already, so only the third is impatience.
    if (++requests > 2) process.exit(130)
    controller.abort()
  })
}

// `npm start` runs us under a shell that dies of a signal without passing it on.
if (process.env.npm_lifecycle_event || process.env.EARSHOT_STOPS_WITH_PARENT) {
  const parent = process.ppid
  const watch = () => process.ppid !== parent && controller.abort()
  setInterval(watch, 500).unref()
}

/** Ends the set-up between two steps: not a failure, so nothing is said about it. */
export class Stopped extends Refusal {}

export function throwIfStopping() {
  if (stopping.aborted) throw new Stopped('Stopped.')
}
