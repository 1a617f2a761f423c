'use client'
import { Upload } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { useText } from '#text'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import type { Text } from '@/lib/language/text'

/** Files by drag, or by a button for everybody else. The whole box takes them. */
export function DropZone({
  accept,
  limit,
  onFiles,
}: {
  accept: string
  limit: string
  onFiles: (files: File[]) => void
}) {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(0)

  const enter = (event: DragEvent) => {
    event.preventDefault()
    setOver(Math.max(1, event.dataTransfer.items.length))
  }
  const leave = (event: DragEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(0)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(0)
    onFiles([...event.dataTransfer.files])
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is one way in; the button inside is the other
    <div
      onDragEnter={enter}
      onDragOver={(event) => event.preventDefault()}
      onDragLeave={leave}
      onDrop={drop}
      className={cn(
        'grid justify-items-center gap-1 rounded-lg border-[1.5px] border-line-strong border-dashed px-5 py-10 text-center text-text-2 transition-colors duration-[120ms]',
        over > 0 && 'border-accent bg-accent-soft text-text-1',
      )}
    >
      <Upload aria-hidden="true" strokeWidth={1.75} className="mb-1 size-5" />
      <b className="font-semibold">{over > 0 ? letGo(t, over) : t('Drop your songs here')}</b>
      <span className="text-sm">{limit}</span>
      <Button className="mt-4" onClick={() => input.current?.click()}>
        {t('Choose files')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept={accept}
        aria-label={t('Choose songs to upload')}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </div>
  )
}

const letGo = (t: Text, count: number) => t('Let go to upload {count, plural, one {# song} other {# songs}}', { count })
