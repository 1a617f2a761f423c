'use client'

import { RefreshCw } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { useText } from '#text'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Brand } from '@/components/ui/mark'
import type { RoomPreview } from '@/lib/rooms/schema'

export function LockedDoor({ preview: { name, hostName } }: { preview: RoomPreview }) {
  const t = useText()
  const router = useRouter()
  const [isLooking, startTransition] = useTransition()
  return (
    <main className="grid min-h-dvh grid-rows-[auto_1fr] p-5">
      <Brand className="justify-self-start" />
      <Empty
        heading="h1"
        isPanel={false}
        className="m-auto"
        title={t('{name} is locked', { name })}
        dots={[
          { x: 0, y: 8 },
          { x: 0, y: 31 },
          { x: 0, y: 54 },
          { x: 40, y: 31, is: 'late' },
        ]}
        action={
          <Button variant="line" busy={isLooking} onClick={() => startTransition(() => router.refresh())}>
            <RefreshCw aria-hidden="true" strokeWidth={1.75} />
            {t('Look again')}
          </Button>
        }
      >
        {t('{hostName} closed the door for new people. Ask them to open it, then look again.', { hostName })}
      </Empty>
    </main>
  )
}
