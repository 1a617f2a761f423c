import { offline, readRefusal } from '@/components/api'
import type { Text } from '@/lib/language/text'
import { type Result, refuse } from '@/lib/result'

export const PICTURE_TYPES = 'image/jpeg,image/png,image/webp,image/gif,image/avif'
const MOST_MB = 8

/** Sends a picture as it is; the server says whether it is one. */
export async function sendPicture<T>(t: Text, path: string, file: File): Promise<Result<T>> {
  if (file.size > MOST_MB * 1_000_000)
    return refuse('too_large', t('This picture is too large. At most {most} MB fit.', { most: MOST_MB }))
  try {
    const response = await fetch(path, { method: 'PUT', body: file })
    const answer: unknown = await response.json().catch(() => null)
    return response.ok ? { ok: true, value: answer as T } : { ok: false, refusal: readRefusal(answer) }
  } catch {
    return { ok: false, refusal: offline() }
  }
}
