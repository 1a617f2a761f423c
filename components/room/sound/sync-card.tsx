'use client'

import { RefreshCw, X } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useId } from 'react'
import { useText } from '#text'
import { useOverlay } from '@/components/room/screen-context'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Slider } from '@/components/ui/slider'
import { usePlayerControls, usePlayerView } from './player-context'
import { SyncScope } from './sync-scope'
import { msText, SYNC_LOOKS, syncSentence } from './sync-text'
import { useSound } from './use-sound'

/** How well I am in step, and what can be done about it. A card under the header, a sheet on phones. */
export function SyncCard() {
  const { open, onOpenChange } = useOverlay('sync')
  const titleId = useId()
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Anchor className="absolute top-[52px] right-[196px] h-0 w-[380px] max-lg:right-6 max-sm:inset-x-0 max-sm:top-auto max-sm:bottom-0 max-sm:w-auto" />
      <Popover.Portal>
        <Popover.Content
          aria-labelledby={titleId}
          align="end"
          sideOffset={8}
          collisionPadding={0}
          className="z-50 w-[380px] rounded-lg bg-surface-3 p-5 shadow-3 ring-1 ring-line outline-none data-[state=closed]:animate-pop-out data-[state=open]:animate-pop-in max-sm:w-dvw max-sm:rounded-t-xl max-sm:rounded-b-none max-sm:pb-[max(20px,env(safe-area-inset-bottom))]"
        >
          <SyncBody titleId={titleId} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function SyncBody({ titleId }: { titleId: string }) {
  const t = useText()
  const view = usePlayerView()
  const { resync } = usePlayerControls()
  const { listenHere } = useSound()
  const { word } = SYNC_LOOKS[view.status]
  const isLocked = view.status === 'locked'
  return (
    <>
      <div className="flex items-center gap-3">
        <h2 id={titleId} className="min-w-0 flex-1 font-semibold">
          {view.status === 'in-step' ? t('In step with the room') : t(word)}
        </h2>
        <Popover.Close asChild>
          <IconButton label={t('Close')} size="sm" className="-my-1.5 -mr-1.5">
            <X aria-hidden="true" strokeWidth={1.75} />
          </IconButton>
        </Popover.Close>
      </div>
      <p className="mt-0.5 text-sm text-text-2">{syncSentence(t, view)}</p>
      <SyncScope syncMs={view.syncMs} />
      <dl className="my-4 grid grid-cols-3 gap-3">
        <Fact name={t('You are off by')} value={msText(t, view.syncMs)} />
        <Fact name={t('Round trip')} value={msText(t, view.roundTripMs)} />
        <Fact name={t('Clock drift')} value={view.driftPpm === null ? null : `${Math.round(view.driftPpm)} ppm`} />
      </dl>
      <SpeakerDelay />
      <Button variant="soft" size="sm" className="w-full bg-surface-2" onClick={isLocked ? listenHere : resync}>
        <RefreshCw aria-hidden="true" strokeWidth={1.75} />
        {isLocked ? t('Start listening') : t('Bring me back in step')}
      </Button>
    </>
  )
}

function Fact({ name, value }: { name: string; value: string | null }) {
  return (
    <div>
      <dt className="text-xs text-text-3">{name}</dt>
      <dd className="mono text-md font-medium tracking-[-0.02em]">{value ?? '–'}</dd>
    </div>
  )
}

const MAX_DELAY_MS = 500

function SpeakerDelay() {
  const t = useText()
  const { deviceDelayMs } = usePlayerView()
  const { setDeviceDelayMs } = usePlayerControls()
  return (
    <>
      <p className="text-sm font-medium">
        {t('Speaker delay')} <span className="font-normal text-text-3">{t('for Bluetooth, kept on this device')}</span>
      </p>
      <div className="mt-2.5 mb-4.5 flex items-center gap-3">
        <Slider
          label={t('Speaker delay')}
          value={deviceDelayMs}
          min={-MAX_DELAY_MS}
          max={MAX_DELAY_MS}
          step={5}
          isCentred
          valueText={t('{count} milliseconds', { count: deviceDelayMs })}
          onChange={setDeviceDelayMs}
        />
        <span className="mono w-16 flex-none text-right">{deviceDelayMs} ms</span>
      </div>
    </>
  )
}
