import { accessSync, constants } from 'node:fs'
import path from 'node:path'

/**
 * The first of these programs that PATH has, as a full path.
 * @param {...string} names
 * @returns {string | null}
 */
export function findProgram(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  const files = names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return files.find(isExecutable) ?? null
}

/** Chromium of this machine, or null. Playwright's own download is not used: Debian's build is what CI has. */
export function findChromium() {
  const known = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  return process.env.CHROMIUM_PATH ?? findProgram(...known)
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
