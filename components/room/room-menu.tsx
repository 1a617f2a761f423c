'use client'

import {
  ChartNoAxesColumn,
  CircleHelp,
  DoorOpen,
  Headphones,
  Lock,
  LockOpen,
  LogOut,
  Monitor,
  Settings2,
  VolumeX,
} from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { useText } from '#text'
import { RoomQuestion } from '@/components/room/dialogs/room-question'
import { useSound } from '@/components/room/sound/use-sound'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import { useActing, useRoomContext } from './room-context'
import { useScreen } from './screen-context'

/** Settings for the host; leaving and help for everyone. */
export function RoomMenu({ children }: { children: ReactNode }) {
  const t = useText()
  const { room, me } = useRoomContext().room
  const { actions, may } = useActing()
  const { show } = useScreen()
  const router = useRouter()
  const [isAsking, setAsking] = useState(false)
  const { isSilent, listenHere, takePartSilently } = useSound()
  const leave = async () => {
    if (await actions.leave()) router.push('/')
  }
  return (
    <>
      <Menu>
        <MenuTrigger asChild>{children}</MenuTrigger>
        <MenuContent>
          {may('room:update') && (
            <>
              <MenuItem icon={Settings2} onSelect={() => show('settings')}>
                {t('Room settings')}
              </MenuItem>
              <MenuItem
                icon={room.isLocked ? LockOpen : Lock}
                onSelect={() => actions.updateRoom({ isLocked: !room.isLocked })}
              >
                {room.isLocked ? t('Open the door again') : t('Lock the room')}
              </MenuItem>
            </>
          )}
          <MenuItem icon={isSilent ? Headphones : VolumeX} onSelect={isSilent ? listenHere : takePartSilently}>
            {isSilent ? t('Listen here') : t('Take part without sound')}
          </MenuItem>
          <MenuItem icon={ChartNoAxesColumn} onSelect={() => show('numbers')}>
            {t('Numbers of this room')}
          </MenuItem>
          {/* In a tab of its own: leaving this one would stop the music. */}
          <MenuItem icon={Monitor} onSelect={() => window.open(`/r/${room.code}/screen`, '_blank', 'noopener')}>
            {t('Big screen')}
          </MenuItem>
          <MenuItem icon={CircleHelp} onSelect={() => show('help')}>
            {t('Keys and help')}
          </MenuItem>
          <MenuSeparator />
          {me.role === 'host' ? (
            <MenuItem icon={DoorOpen} onSelect={() => router.push('/')}>
              {t('Step out, the room plays on')}
            </MenuItem>
          ) : (
            <MenuItem icon={LogOut} onSelect={() => setAsking(true)}>
              {t('Leave the room')}
            </MenuItem>
          )}
        </MenuContent>
      </Menu>
      {isAsking && (
        <RoomQuestion
          onClose={() => setAsking(false)}
          title={t('Leave {name}?', { name: room.name })}
          description={t('Your songs stay in the queue. With the code you can come back.')}
          action={t('Leave')}
          onConfirm={leave}
        />
      )}
    </>
  )
}
