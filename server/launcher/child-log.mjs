// A child's output becomes JSON lines in DATA_DIR/logs/NAME.log; what is amiss also reaches the terminal.
import { createWriteStream, existsSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { StringDecoder } from 'node:string_decoder'
import { stripVTControlCharacters } from 'node:util'
import { say, warn } from './say.mjs'

const LEVELS = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' }
// The whole of a stack is in the file.
const SHOWN_LINES = 6
const KEPT_BYTES = 10 * 1024 * 1024

/**
 * @param {{ name: string, dataDir: string, shownFrom: number }} options shownFrom: the level from which it is shown too
 * @returns {{ read: (stream: import('node:stream').Readable, level: number) => void, lastWords: () => string }}
 */
export function childLog({ name, dataDir, shownFrom }) {
  const file = path.join(dataDir, 'logs', `${name}.log`)
  if (existsSync(file) && statSync(file).size > KEPT_BYTES) renameSync(file, `${file}.old`)
  const log = createWriteStream(file, { flags: 'a', mode: 0o600 })
  // A disk that is full must not end the product.
  log.on('error', ({ message }) => warn(`The log of ${name} cannot be written: ${message}`))
  let lastWords = ''

  const write = (record) => {
    log.write(`${JSON.stringify(record)}\n`)
    if (record.level >= 40) lastWords = sentenceOf(record)
    if (record.level >= shownFrom) show(name, record)
  }
  return {
    read: (stream, level) => readRecords(stream, { level, process: name }, write),
    lastWords: () => lastWords,
  }
}

/** Lines of pino as they are; other text as one record for each piece that was written at once. */
function readRecords(stream, { level, process }, write) {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  const plain = []
  const flushPlain = () => {
    const msg = stripVTControlCharacters(plain.splice(0).join('\n')).trim()
    if (msg) write({ level, time: Date.now(), process, msg })
  }
  stream.on('data', (chunk) => {
    const lines = (rest + decoder.write(chunk)).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const record = parseRecord(line)
      if (!record) {
        plain.push(line)
        continue
      }
      flushPlain()
      write(record)
    }
    flushPlain()
  })
  stream.on('end', () => {
    plain.push(rest)
    flushPlain()
  })
}

function parseRecord(line) {
  if (!line.startsWith('{')) return null
  try {
    const record = JSON.parse(line)
    return typeof record.level === 'number' && typeof record.time === 'number' ? record : null
  } catch {
    return null
  }
}

function show(name, record) {
  const time = new Date(record.time).toTimeString().slice(0, 8)
  const level = record.level === 30 ? '' : `${LEVELS[record.level] ?? record.level} `
  for (const line of sentenceOf(record).split('\n').slice(0, SHOWN_LINES)) {
    say(`  ${time} ${name.padEnd(9)} ${level}${line}`)
  }
}

function sentenceOf({ msg, err }) {
  const cause = err?.message && err.message !== msg ? `: ${err.message}` : ''
  return `${msg ?? 'something happened'}${cause}`.trim()
}
