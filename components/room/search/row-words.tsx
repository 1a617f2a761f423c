'use client'

import { useText } from '#text'
import { Marked } from '@/components/search/marked'
import { cn } from '@/components/ui/cn'
import { Cut } from '@/components/ui/cut'
import { ExplicitMark } from '@/components/ui/explicit-mark'
import { Tag } from '@/components/ui/tag'
import { clockText } from '@/lib/clock-text'

type Props = {
  song: { title: string; artist: string; durationMs: number; isExplicit?: boolean }
  query: string
  isOn: boolean
}

/** A song in the palette, with what was typed marked in it. */
export function RowWords({ song: { title, artist, durationMs, isExplicit }, query, isOn }: Props) {
  const t = useText()
  return (
    <>
      <div className="min-w-0 flex-1">
        <Cut as="div" className="font-medium" title={title}>
          <Marked text={title} query={query} />
        </Cut>
        <div className="flex gap-1.5 text-sm text-text-3">
          {isExplicit && <ExplicitMark />}
          <Cut className="min-w-0">
            <Marked text={artist} query={query} />
          </Cut>
          <span className={cn('tabular-nums', isOn && 'max-sm:hidden')}>{clockText(durationMs)}</span>
          {isOn && <span className="flex-none text-accent sm:hidden">{t('Playing now')}</span>}
        </div>
      </div>
      {isOn && <Tag className="text-accent max-sm:hidden">{t('Playing now')}</Tag>}
    </>
  )
}
