'use client'

import dynamic from 'next/dynamic'
import { Suspense, useState } from 'react'
import { useText } from '#text'
import { useRoomContext } from '@/components/room/room-context'
import { useOverlay } from '@/components/room/screen-context'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Loading, Skeleton } from '@/components/ui/skeleton'

// The charts are as large as the rest of the room: they come with the first look at them.
const NumbersBody = dynamic(() => import('./numbers-body').then((module) => module.NumbersBody), {
  ssr: false,
  loading: () => <Coming />,
})

/** The room's numbers over the room, so that the music goes on. */
export function NumbersDialog() {
  const t = useText()
  const { open, onOpenChange } = useOverlay('numbers')
  const { room } = useRoomContext().room
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title={t('Numbers of {name}', { name: room.name })}
        className="sm:top-[5vh] sm:max-h-[90vh] sm:max-w-[1120px]"
      >
        <Opened code={room.code} name={room.name} />
      </DialogContent>
    </Dialog>
  )
}

/** Mounted anew each time that it opens, so that what it reads is of now. */
function Opened(room: { code: string; name: string }) {
  const [stamp, setStamp] = useState(() => `${Date.now()}`)
  return (
    <Suspense fallback={<Coming />}>
      <NumbersBody room={room} stamp={stamp} onRetry={() => setStamp(`${Date.now()}`)} />
    </Suspense>
  )
}

function Coming() {
  const t = useText()
  return (
    <Loading label={t('Loading the numbers')} className="grid gap-4">
      <Skeleton className="h-24 rounded-lg" />
      <Skeleton className="h-72 rounded-lg" />
    </Loading>
  )
}
