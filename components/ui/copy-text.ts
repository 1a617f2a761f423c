import { Copy } from 'lucide-react'
import type { Text } from '@/lib/language/text'
import { showToast } from './toaster'

/** Copies and says so, or says what to copy by hand. */
export async function copyText(t: Text, text: string, done: string): Promise<void> {
  if (await copy(text)) showToast(done, { id: 'copied', kind: 'good' })
  else showToast(t('Copy it by hand: {text}', { text }), { id: 'copied', icon: Copy, duration: 15_000 })
}

/** False where the browser lets no page copy. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

// navigator.clipboard is missing without TLS, where parties on a LAN live.
function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.setAttribute('readonly', '')
  field.className = 'sr-only'
  // Inside an open dialog, which would take the focus back from anywhere else.
  const place = document.querySelector('[role="dialog"]') ?? document.body
  place.append(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  return isCopied
}
