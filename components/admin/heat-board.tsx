'use client'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { motion, useReducedMotion } from 'motion/react'
import { useState } from 'react'
import { useText } from '#text'
import { HeatBar, heatText } from '@/components/stats/heat-bar'
import { cn } from '@/components/ui/cn'
import { Cover } from '@/components/ui/cover'
import { Empty } from '@/components/ui/empty'
import type { TrackTrendingItem } from '@/lib/stats/schema'
import { movedUp, startHistory, withAnswer } from './heat-history'
import { HeatSpark } from './heat-spark'

const grid =
  'grid items-center gap-3 grid-cols-[20px_44px_minmax(0,1fr)_48px_56px] sm:grid-cols-[20px_34px_44px_minmax(120px,1fr)_56px_48px_minmax(96px,180px)_56px]'

/** Songs over all rooms by heat. Rows move to their new place, and the line shows what happened while one watched. */
export function HeatBoard({ items }: { items: TrackTrendingItem[] }) {
  const t = useText()
  const isStill = useReducedMotion() ?? true
  const [history, setHistory] = useState(() => startHistory(items))
  if (history.items !== items) setHistory(withAnswer(history, items))
  if (items.length === 0)
    return (
      <Empty isPanel={false} heading="h3" title={t('Nothing trends yet')} className="py-6">
        {t('A song shows up here with its first like or play.')}
      </Empty>
    )
  const top = Math.max(...[...history.heats.values()].flat(), Number.MIN_VALUE)
  return (
    <>
      <div aria-hidden="true" className={cn(grid, 'pb-2 text-right text-text-3 text-xs max-sm:hidden')}>
        <span className="col-start-4 text-left">{t('Song')}</span>
        <span>{t('Likes')}</span>
        <span>{t('Plays')}</span>
        <span>{t('Since you opened this')}</span>
        <span>{t('Heat')}</span>
      </div>
      <ol>
        {items.map((item, rank) => (
          <motion.li
            key={item.track.id}
            layout={isStill ? false : 'position'}
            transition={{ duration: 0.24, ease: [0.2, 0.8, 0.2, 1] }}
            className={cn(grid, 'relative isolate h-[62px] border-t first:border-t-0', rank === 0 && HOTTEST)}
          >
            <span className="mono text-text-3">{rank + 1}</span>
            <Move places={movedUp(history, item.track.id, rank)} />
            <Cover track={item.track} size={44} />
            <span className="min-w-0">
              <span className="block truncate font-medium" title={item.track.title}>
                {item.track.title}
              </span>
              <span className="block truncate text-sm text-text-3" title={item.track.artist}>
                {item.track.artist}
              </span>
            </span>
            <Count value={item.recentUpvotes} word={t('likes in a day')} />
            <Count value={item.recentPlays} word={t('plays in a day')} className="text-text-2" />
            <HeatSpark heats={history.heats.get(item.track.id) ?? [item.heat]} top={top} isHottest={rank === 0} />
            <span className="text-right">
              <span className="sr-only">{t('Heat')} </span>
              <span className="font-semibold text-md tabular-nums tracking-[-0.03em] sm:text-[20px]">
                {heatText(t, item.heat)}
              </span>
              <HeatBar share={item.heat / top} className="mt-1" />
            </span>
          </motion.li>
        ))}
      </ol>
    </>
  )
}

const HOTTEST =
  "before:absolute before:inset-y-px before:-inset-x-4 before:-z-20 before:bg-linear-to-r before:from-transparent before:to-accent-soft before:content-[''] sm:before:-inset-x-6"

function Count({ value, word, className }: { value: number; word: string; className?: string }) {
  const t = useText()
  return (
    <span className={cn('mono text-right max-sm:hidden', className)}>
      {value.toLocaleString(t.locale)}
      <span className="sr-only"> {word}</span>
    </span>
  )
}

function Move({ places }: { places: number | null }) {
  const t = useText()
  const look = 'mono inline-flex items-center font-medium text-xs max-sm:hidden'
  if (places === null) return <span className={cn(look, 'text-positive')}>{t('new')}</span>
  if (places === 0)
    return (
      <span className={cn(look, 'text-text-3')}>
        <span aria-hidden="true">=</span>
        <span className="sr-only">{t('unmoved')}</span>
      </span>
    )
  const Arrow = places > 0 ? ArrowUp : ArrowDown
  return (
    <span className={cn(look, places > 0 ? 'text-positive' : 'text-text-3')}>
      <Arrow aria-hidden="true" strokeWidth={1.75} className="size-3.5" />
      <span className="sr-only">{places > 0 ? t('up') : t('down')}</span>
      {Math.abs(places)}
    </span>
  )
}
