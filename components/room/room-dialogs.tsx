'use client'

import { ChatSheet } from '@/components/chat/chat-sheet'
import { Gate } from './gate'
import { HelpDialog } from './help-dialog'
import { NumbersDialog } from './numbers-dialog'
import { PeopleSheet } from './people-column'
import { useActing } from './room-context'
import { SearchPalette } from './search-palette'
import { SettingsDialog } from './settings-dialog'
import { ShareDialog } from './share-dialog'
import { SyncCard } from './sync-card'

/** Whatever opens over the room. */
export function RoomDialogs({ shareOrigin }: { shareOrigin: string | null }) {
  const { may } = useActing()
  return (
    <>
      <Gate />
      <SyncCard />
      <ShareDialog origin={shareOrigin} />
      <PeopleSheet />
      <ChatSheet />
      <HelpDialog />
      <NumbersDialog />
      {may('queue:add') && <SearchPalette />}
      {may('room:update') && <SettingsDialog />}
    </>
  )
}
