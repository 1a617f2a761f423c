'use client'
import { FileMusic } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { useText } from '#text'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { FieldError } from '@/components/ui/field'

/** A place to drop a list, and a button for those who don't drag. */
export function ImportDrop({ problem, onFile }: { problem: string | undefined; onFile: (file: File) => void }) {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) onFile(file)
  }
  return (
    <section
      aria-label={t('Drop a list here')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cn(
        'grid justify-items-center gap-1.5 rounded-lg border border-line-strong border-dashed px-6 py-9 text-center',
        isOver && 'border-accent bg-accent-soft',
      )}
    >
      <FileMusic aria-hidden="true" strokeWidth={1.5} className="size-8 text-text-3" />
      <p className="mt-2 font-medium">{t('Drop a list here')}</p>
      <p className="max-w-[300px] text-balance text-sm text-text-3">
        {t('Up to 30 MB, in any encoding. Lines that cannot be read or found are shown afterwards.')}
      </p>
      <Button className="mt-3" onClick={() => input.current?.click()}>
        {t('Choose a file')}
      </Button>
      <div aria-live="assertive">{problem && <FieldError>{problem}</FieldError>}</div>
      <input
        ref={input}
        type="file"
        hidden
        accept=".m3u,.m3u8,.jspf,.json,.csv,.tsv,.txt"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) onFile(file)
        }}
      />
    </section>
  )
}
