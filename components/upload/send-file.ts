import * as tus from 'tus-js-client'
import { readRefusal } from '@/components/api'
import type { Text } from '@/lib/language/text'
import type { RowChange } from './upload-rows'

const CHUNK_BYTES = 5 * 1024 * 1024

type Told = (change: Omit<RowChange, 'key'>) => void

/** A file on its way. Picking the same file again goes on where it stopped, also after a reload. */
export function sendFile(t: Text, file: File, tell: Told) {
  const clock = startClock()
  const upload = new tus.Upload(file, {
    endpoint: '/api/uploads',
    chunkSize: CHUNK_BYTES,
    retryDelays: [0, 1000, 3000, 5000],
    removeFingerprintOnSuccess: true,
    metadata: { filename: file.name, ...(file.type ? { filetype: file.type } : {}) },
    onProgress: (sent, total) =>
      tell({ phase: 'sending', progress: (sent / total) * 100, secondsLeft: clock.secondsLeft(sent, total) }),
    onSuccess: () =>
      tell({ phase: 'working', progress: 0, secondsLeft: null, uploadId: upload.url?.split('/').at(-1) ?? null }),
    onError: (error) => tell(changeOfError(t, error)),
  })
  const start = async () => {
    tell({ phase: 'sending', failure: null, secondsLeft: null })
    const [earlier] = upload.url ? [] : await upload.findPreviousUploads()
    if (earlier) upload.resumeFromPreviousUpload(earlier)
    clock.restart()
    upload.start()
  }
  const hold = async () => {
    await upload.abort()
    tell({ phase: 'held', secondsLeft: null })
  }
  /** Stops for good and takes back what has been sent. */
  const cancel = () => upload.abort(upload.url !== null).catch(() => {})
  return { start, hold, cancel }
}

export type Sending = ReturnType<typeof sendFile>

/** An answer is a refusal and final; no answer is the network, and the rest can be sent later. */
function changeOfError(t: Text, error: Error): Omit<RowChange, 'key'> {
  const answer = error instanceof tus.DetailedError ? error.originalResponse : null
  if (!answer || answer.getStatus() === 0)
    return { phase: 'cut', failure: t('The connection was lost. What has been sent is kept.'), secondsLeft: null }
  return { phase: 'refused', failure: readRefusal(parse(answer.getBody())).message, secondsLeft: null }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Seconds left at the speed since the (re)start; null until that means something. */
function startClock() {
  let from: { at: number; sent: number } | null = null
  return {
    restart: () => {
      from = null
    },
    secondsLeft: (sent: number, total: number): number | null => {
      from ??= { at: performance.now(), sent }
      const seconds = (performance.now() - from.at) / 1000
      if (seconds < 1 || sent <= from.sent) return null
      return Math.ceil((total - sent) / ((sent - from.sent) / seconds))
    },
  }
}
