import { findChromium, findProgram } from './on-path.mjs'

/**
 * What the tests need from the machine beyond Node and npm, and do not find.
 * @returns {{ name: string, without: string }[]}
 */
export function missingParts() {
  return [
    { name: 'chromium', found: findChromium(), without: 'the browser tests are skipped' },
    { name: 'redis-server', found: findProgram('redis-server'), without: 'the tests with Redis are skipped' },
    { name: 'ffmpeg', found: findProgram('ffmpeg'), without: 'the older ffmpeg from npm is tested in its place' },
  ].filter(({ found }) => !found)
}
