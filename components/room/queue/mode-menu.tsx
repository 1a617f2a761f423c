'use client'

import { ChevronDown } from 'lucide-react'
import { useText } from '#text'
import { useActing, useRoomContext } from '@/components/room/room-context'
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from '@/components/ui/menu'
import { MODE_HINTS, MODES, modeText } from './mode-text'

/** What decides which song is next, and for the host the choice. */
export function ModeMenu() {
  const t = useText()
  const { queueMode } = useRoomContext().room.room.settings
  const { actions, may } = useActing()
  if (!may('room:update')) return <span title={t(MODE_HINTS[queueMode])}>{t(modeText(queueMode))}</span>
  const choose = (chosen: string) => {
    const mode = MODES.find(({ value }) => value === chosen)?.value
    if (mode) actions.updateRoom({ settings: { queueMode: mode } })
  }
  return (
    <Menu>
      <MenuTrigger asChild>
        <button
          type="button"
          aria-label={t('What comes next: {mode}', { mode: t(modeText(queueMode)) })}
          className="-my-1.5 inline-flex h-8 items-center gap-1 rounded-[10px] px-2 font-medium text-text-2 transition-colors duration-[120ms] hover:bg-surface-2 hover:text-text-1 data-[state=open]:bg-surface-2 pointer-coarse:-my-3 pointer-coarse:h-11"
        >
          {t(modeText(queueMode))}
          <ChevronDown aria-hidden="true" strokeWidth={1.75} className="size-4" />
        </button>
      </MenuTrigger>
      <MenuContent>
        <MenuRadioGroup value={queueMode} onValueChange={choose}>
          {MODES.map(({ value, label }) => (
            <MenuRadioItem
              key={value}
              value={value}
              className="h-auto py-2 pointer-coarse:h-auto pointer-coarse:py-2.5"
            >
              {t(label)}
              <span className="block text-xs whitespace-normal text-text-3">{t(MODE_HINTS[value])}</span>
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  )
}
