'use client'
import { Download, SendHorizontal } from 'lucide-react'
import { useRef, useState } from 'react'
import { useText } from '#text'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toaster'
import type { Text } from '@/lib/language/text'
import { type CardNumbers, drawCard } from './draw-card'
import { saveFile } from './save-file'

const FILE_NAME = 'my-earshot.png'

/** My numbers as a picture: sent through the device's own sheet where there is one, and saved everywhere. */
export function ShareCard({ numbers }: { numbers: CardNumbers }) {
  const t = useText()
  const place = useRef<HTMLDivElement>(null)
  const [busy, setBusy] = useState<'share' | 'save' | null>(null)
  const withFile = async (what: 'share' | 'save', use: (file: File) => Promise<void> | void) => {
    if (!place.current || busy) return
    setBusy(what)
    const blob = await drawCard(t, numbers, place.current).catch(() => null)
    setBusy(null)
    if (blob) await use(new File([blob], FILE_NAME, { type: 'image/png' }))
    else showToast(t('This browser could not draw the card. Another one may.'), { kind: 'bad' })
  }
  return (
    <div ref={place} className="mt-5 flex flex-wrap gap-2">
      <Button size="sm" busy={busy === 'share'} onClick={() => void withFile('share', (file) => share(t, file))}>
        {busy !== 'share' && <SendHorizontal aria-hidden="true" strokeWidth={1.75} />}
        {t('Share this card')}
      </Button>
      <Button size="sm" variant="ghost" busy={busy === 'save'} onClick={() => void withFile('save', save)}>
        {busy !== 'save' && <Download aria-hidden="true" strokeWidth={1.75} />}
        {t('Save image')}
      </Button>
    </div>
  )
}

async function share(t: Text, file: File) {
  const files = [file]
  if (!navigator.canShare?.({ files })) return copy(t, file)
  try {
    await navigator.share({ files })
  } catch (error) {
    // Closed without sending: nothing to say.
    if (!(error instanceof DOMException && error.name === 'AbortError')) save(file)
  }
}

/** Where nothing can be sent, it is ready to paste; where that is refused too, it is a file. */
async function copy(t: Text, file: File) {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': file })])
    showToast(t('The card is copied. Paste it where your friends are'), { kind: 'good' })
  } catch {
    save(file)
  }
}

const save = (file: File) => saveFile(FILE_NAME, file)
