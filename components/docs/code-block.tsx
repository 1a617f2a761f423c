'use client'
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { cn } from '@/components/ui/cn'
import { copy } from '@/components/ui/copy-text'
import { IconButton } from '@/components/ui/icon-button'

/** Text as it is, to be copied. */
export function CodeBlock({ label, text, className }: { label: string; text: string; className?: string }) {
  const [isCopied, setIsCopied] = useState(false)
  return (
    <div className="relative min-w-0">
      <figure
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        tabIndex={0}
        className={cn(
          'scroll-quiet overflow-auto rounded-md bg-surface-2 p-3.5 pr-12 max-lg:pt-11 max-lg:pr-3.5',
          className,
        )}
      >
        <pre className="mono text-text-2 text-xs">{text}</pre>
      </figure>
      <IconButton
        label={isCopied ? 'Copied' : `Copy: ${label}`}
        size="sm"
        onClick={async () => setIsCopied(await copy(text))}
        className="absolute top-2 right-2 bg-surface-2"
      >
        {isCopied ? <Check aria-hidden="true" strokeWidth={1.75} /> : <Copy aria-hidden="true" strokeWidth={1.75} />}
      </IconButton>
    </div>
  )
}
