'use client'

import { motion } from 'motion/react'
import { memo } from 'react'
import type { QueueItem } from '@/lib/queue/schema'
import { NextIn } from './next-in'
import { RemoveButton } from './remove-button'
import { SongRow } from './song-row'
import { VoteButton } from './vote-button'

type QueueRowProps = {
  item: QueueItem
  place: number
  isNext: boolean
  /** Said above the song with which a fair turn begins. */
  turn?: string | undefined
}

/** A song that waits. Rows move to their new place when votes change the order; they never fade. */
export const QueueRow = memo(function QueueRow({ item, place, isNext, turn }: QueueRowProps) {
  return (
    <motion.li layout="position" layoutDependency={`${place} ${turn}`} transition={MOVE}>
      {turn && <p className="px-2 pt-3 pb-1 text-xs font-medium text-text-3">{turn}</p>}
      <SongRow track={item.track} addedBy={item.addedBy} isNext={isNext} when={isNext ? <NextIn /> : undefined}>
        <RemoveButton item={item} />
        <VoteButton item={item} />
      </SongRow>
    </motion.li>
  )
})

const MOVE = { duration: 0.24, ease: [0.2, 0.8, 0.2, 1] } as const
