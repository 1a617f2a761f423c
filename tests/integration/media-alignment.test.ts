import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { ffmpegPath } from '@/lib/media/ffmpeg'
import { rawFile } from '@/lib/media/raw-files'
import { mediaPath } from '@/lib/media/storage'
import { prepareSong } from '@/lib/media/transcode'
import { makeSound, scratchFile } from '@/tests/factories/sounds'
import { createUpload } from '@/tests/factories/uploads'
import { chromiumPath, launchBrowser } from '@/tests/support/browser'

test.skipIf(!chromiumPath)(
  'Chromium decodes every variant to the same samples at the same places as the source',
  {
    timeout: 60_000,
  },
  async () => {
    const tone = 'aevalsrc=0.5*sin(2*PI*(200+90*t)*t)*lt(mod(t\\,0.37)\\,0.1)|0.3*sin(2*PI*(300+40*t)*t):s=44100'
    const bytes = makeSound({ seconds: 6, tone })
    const id = await createUpload({ bytes, id: randomUUID() })
    await prepareSong({ id, fileName: 'song.wav', onProgress: () => {} })
    const source = scratchFile('wav')
    execFileSync(ffmpegPath(), ['-v', 'error', '-y', '-i', rawFile(id), '-ar', '48000', source])
    const browser = await launchBrowser()
    onTestFinished(() => browser.close())
    const page = await browser.newPage()
    for (const name of ['high', 'low']) {
      const files = [source, mediaPath(`${id}/${name}.m4a`)].map((file) => readFileSync(file).toString('base64'))
      const { shift, extra } = await page.evaluate(compare, files as [string, string])
      expect([name, shift, extra]).toEqual([name, 0, 0])
    }
  },
)

/** Runs in the page: by how many samples the second sound lies behind the first. */
async function compare([first, second]: [string, string]) {
  const decode = async (base64: string) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    return new OfflineAudioContext(2, 48_000, 48_000).decodeAudioData(bytes.buffer)
  }
  const [a, b] = [await decode(first), await decode(second)]
  const [x, y] = [a.getChannelData(0), b.getChannelData(0)]
  let [best, shift] = [Number.NEGATIVE_INFINITY, 0]
  for (let lag = -2500; lag <= 2500; lag++) {
    let sum = 0
    for (let i = 48_000; i < 96_000; i++) sum += (x[i] ?? 0) * (y[i + lag] ?? 0)
    if (sum > best) [best, shift] = [sum, lag]
  }
  return { shift, extra: b.length - a.length }
}
