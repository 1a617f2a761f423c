// What the launcher prints: one calm line for each thing that is done, with the time it took.
const NAME_WIDTH = 12
let out = process.stdout
const isTerminal = out.isTTY === true
const dim = (text) => (isTerminal ? `\x1b[2m${text}\x1b[22m` : text)
const yellow = (text) => (isTerminal ? `\x1b[33m${text}\x1b[39m` : text)

let unfinished = false

/** For programs whose standard output is for other programs. */
export function sayOnStandardError() {
  out = process.stderr
}

export function say(line = '') {
  clearUnfinished()
  out.write(`${line}\n`)
}

export function warn(line) {
  clearUnfinished()
  process.stderr.write(`${yellow('!')} ${line}\n`)
}

/**
 * Does one step. `work` answers what has been done, or null when there was nothing to do.
 * @template T
 * @param {string} name
 * @param {string} doing shown while it lasts
 * @param {() => Promise<T>} work
 * @param {(result: T) => string | null} [describe]
 * @returns {Promise<T>}
 */
export async function step(name, doing, work, describe = (result) => result) {
  const startedAt = performance.now()
  if (isTerminal) {
    out.write(line(name, dim(doing)))
    unfinished = true
  }
  try {
    const result = await work(() => announce(name, doing))
    const done = describe(result)
    clearUnfinished()
    if (done) say(line(name, done.padEnd(52), dim(seconds(performance.now() - startedAt))))
    return result
  } finally {
    clearUnfinished()
  }
}

// A terminal shows the step from its start; a log file only when it is going to take long.
function announce(name, doing) {
  if (!isTerminal) say(line(name, doing))
}

function line(name, ...parts) {
  return `  ${name.padEnd(NAME_WIDTH)}${parts.join(' ')}`
}

function clearUnfinished() {
  if (!unfinished) return
  unfinished = false
  out.write('\r\x1b[K')
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`
}
