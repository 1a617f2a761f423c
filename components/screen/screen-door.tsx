'use client'

import { Lock } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useText } from '#text'
import { QrCode } from '@/components/room/dialogs/qr-code'
import { useRoomContext } from '@/components/room/room-context'

/** How to get in: the square for cameras, the code for typing. */
export function ScreenDoor({ origin }: { origin: string | null }) {
  const t = useText()
  const { room } = useRoomContext().room
  const here = useSyncExternalStore(
    () => () => {},
    () => location.origin,
    () => null,
  )
  const address = origin ?? here
  return (
    <footer className="flex min-h-[calc(var(--u)*11)] items-center gap-[calc(var(--u)*2)]">
      <div className="size-[calc(var(--u)*11)] flex-none rounded-[calc(var(--u)*0.8)] bg-white p-[calc(var(--u)*0.8)] text-[#10151a]">
        {address && <QrCode text={`${address}/r/${room.code}`} />}
      </div>
      <div className="min-w-0">
        <p className="text-text-2">
          {room.isLocked ? (
            <span className="inline-flex items-center gap-[calc(var(--u)*0.6)]">
              <Lock aria-hidden="true" className="size-[calc(var(--u)*1.6)]" strokeWidth={1.75} />
              {t('Locked for new people')}
            </span>
          ) : address ? (
            t('Add songs and vote at {host}', { host: new URL(address).host })
          ) : (
            t('Add songs and vote')
          )}
        </p>
        <p className="font-mono text-[calc(var(--u)*5.2)] leading-[1.15] font-medium tracking-[0.06em] whitespace-nowrap">
          <span className="sr-only">{t('Code {code}', { code: room.code.split('').join(' ') })}</span>
          <span aria-hidden="true">
            {room.code.slice(0, 3)}
            <span className="inline-block w-[0.35em]" />
            {room.code.slice(3)}
          </span>
        </p>
      </div>
    </footer>
  )
}
