import { readRefusal } from '@/components/api'
import type { Text } from '@/lib/language/text'
import type { ImportEvent } from '@/lib/playlists/import-schema'
import { type Result, refuse } from '@/lib/result'

type End = Exclude<ImportEvent, { type: 'progress' }>

const MOST_MB = 30

/** Sends a list and follows its import line by line, to its end. */
export async function sendList(t: Text, file: File, onProgress: (now: ImportEvent) => void): Promise<Result<End>> {
  if (file.size > MOST_MB * 1_000_000)
    return refuse('too_large', t('This file is too large. At most {most} MB fit.', { most: MOST_MB }))
  try {
    const path = `/api/playlists/import?fileName=${encodeURIComponent(file.name.slice(-255))}`
    const response = await fetch(path, { method: 'POST', body: file })
    if (!response.ok || !response.body)
      return { ok: false, refusal: readRefusal(await response.json().catch(() => null)) }
    return (await follow(response.body, onProgress)) ?? brokenOff(t)
  } catch {
    return brokenOff(t)
  }
}

const brokenOff = (t: Text) => refuse('offline', t('The connection broke off. What has come in is in your library.'))

async function follow(body: ReadableStream<Uint8Array>, onProgress: (now: ImportEvent) => void) {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return null
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const event = JSON.parse(line) as ImportEvent
      if (event.type !== 'progress') return { ok: true as const, value: event }
      onProgress(event)
    }
  }
}
