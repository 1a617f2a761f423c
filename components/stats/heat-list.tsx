'use client'
import { ChevronUp, Play } from 'lucide-react'
import { motion, useReducedMotion } from 'motion/react'
import type { ReactNode } from 'react'
import { useText } from '#text'
import { Cover } from '@/components/ui/cover'
import { Empty } from '@/components/ui/empty'
import { msg } from '@/lib/language/text'
import type { TrackTrendingItem } from '@/lib/stats/schema'
import { HeatBar, heatText } from './heat-bar'

/** What is hot in one room, the hottest first. Rows move to their new place. */
export function HeatList({ items, playingId }: { items: TrackTrendingItem[]; playingId?: string | null }) {
  const t = useText()
  const isStill = useReducedMotion() ?? true
  if (items.length === 0)
    return (
      <Empty isPanel={false} heading="h3" title={t('Nothing trends yet')} className="py-6">
        {t('A song shows up here with its first like or play.')}
      </Empty>
    )
  const top = Math.max(...items.map(({ heat }) => heat), Number.MIN_VALUE)
  return (
    <ol className="grid gap-1">
      {items.map((item) => (
        <motion.li
          key={item.track.id}
          layout={isStill ? false : 'position'}
          transition={{ duration: 0.24, ease: [0.2, 0.8, 0.2, 1] }}
          className="flex min-w-0 items-center gap-3 py-1.5"
        >
          <Cover track={item.track} size={44} />
          <div className="min-w-0 flex-1">
            <div className="flex items-baseline justify-between gap-3">
              <span className="truncate font-medium" title={item.track.title}>
                {item.track.title}
              </span>
              <span className="flex-none text-text-3 text-xs">{item.track.id === playingId && t('playing')}</span>
            </div>
            <div className="mb-1.5 flex items-baseline justify-between gap-3 text-sm text-text-3">
              <span className="truncate" title={item.track.artist}>
                {item.track.artist}
              </span>
              <span className="flex flex-none items-center gap-2.5">
                <Count icon={<ChevronUp />} value={item.recentUpvotes} words={LIKES} />
                <Count icon={<Play />} value={item.recentPlays} words={PLAYS} />
              </span>
            </div>
            <HeatBar share={item.heat / top} />
          </div>
          <span className="w-11 flex-none text-right font-semibold text-md tabular-nums tracking-[-0.02em]">
            <span className="sr-only">{t('Heat')} </span>
            {heatText(t, item.heat)}
          </span>
        </motion.li>
      ))}
    </ol>
  )
}

const LIKES = msg('{count, plural, one {# like} other {# likes}} in a day')
const PLAYS = msg('{count, plural, one {# play} other {# plays}} in a day')

function Count({ icon, value, words }: { icon: ReactNode; value: number; words: string }) {
  const t = useText()
  return (
    <span className="mono inline-flex items-center gap-1 text-xs [&_svg]:size-3" title={t(words, { count: value })}>
      <span aria-hidden="true">{icon}</span>
      <span aria-hidden="true">{t.number(value)}</span>
      <span className="sr-only">{t(words, { count: value })}</span>
    </span>
  )
}
