import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { Cover } from '@/components/ui/cover'
import { coverStyle } from '@/components/ui/cover-style'
import type { CoverColour } from '@/lib/catalog/track'

/** The head of an artist's or an album's page, in the colour of its cover. */
export function NamesHead({
  kind,
  name,
  coverUrl,
  colour,
  isRound,
  children,
}: {
  kind: string
  name: string
  coverUrl: string
  colour: CoverColour
  isRound?: boolean
  children: ReactNode
}) {
  return (
    <header
      data-cover=""
      style={coverStyle(colour)}
      className="hairline relative isolate mb-6 flex flex-wrap items-end gap-x-6 gap-y-4 overflow-hidden rounded-[20px] bg-surface-1 p-4 before:-z-10 before:absolute before:inset-0 before:bg-[radial-gradient(60%_140%_at_0_0,var(--glow-1),transparent_75%),radial-gradient(50%_100%_at_100%_100%,var(--glow-2),transparent_80%)] before:content-[''] sm:flex-nowrap sm:p-6"
    >
      <Cover
        track={{ coverUrl }}
        size={176}
        className={cn('!size-28 sm:!size-44 shadow-cover', isRound ? 'rounded-full' : 'rounded-lg')}
      />
      <div className="min-w-0 flex-1 max-sm:basis-full">
        <p className="text-sm text-text-2">{kind}</p>
        <h1 className="text-balance font-semibold text-[28px] leading-[34px] tracking-[-0.028em] [overflow-wrap:anywhere] lg:text-3xl">
          {name}
        </h1>
        <p className="mt-1.5 text-text-2 [overflow-wrap:anywhere]">{children}</p>
      </div>
    </header>
  )
}
