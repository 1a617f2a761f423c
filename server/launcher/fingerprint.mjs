// Work is skipped when what it was made from has not changed: a stamp file holds the fingerprint of that.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * @param {string[]} sources files and folders; missing ones count as missing
 * @param {string[]} [more] whatever else the result depends on
 * @returns {string}
 */
export function fingerprint(sources, more = []) {
  const hash = createHash('sha256').update(JSON.stringify(more))
  for (const source of sources) addTo(hash, source)
  return hash.digest('hex')
}

function addTo(hash, file) {
  if (!existsSync(file)) return
  if (statSync(file).isDirectory()) {
    for (const name of readdirSync(file).sort()) addTo(hash, path.join(file, name))
    return
  }
  hash.update(`\0${file}\0`).update(readFileSync(file))
}

/** @param {string} stampFile @param {string} value */
export function isStamped(stampFile, value) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === value
}

/** @param {string} stampFile @param {string} value */
export function stamp(stampFile, value) {
  mkdirSync(path.dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, value)
}
