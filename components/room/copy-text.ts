import { Copy } from 'lucide-react'
import { showToast } from '@/components/ui/toaster'
import type { Text } from '@/lib/language/text'

/** Copies and says so. Where a page may not (plain http on a LAN), it says what to copy by hand. */
export async function copyText(t: Text, text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    showToast(done, { id: 'copied', kind: 'good' })
  } catch {
    if (copyBySelection(text)) showToast(done, { id: 'copied', kind: 'good' })
    else showToast(t('Copy it by hand: {text}', { text }), { id: 'copied', icon: Copy, duration: 15_000 })
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
