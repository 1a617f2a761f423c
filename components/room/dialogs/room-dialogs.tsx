'use client'

import { ChatSheet } from '@/components/chat/chat-sheet'
import { PeopleSheet } from '@/components/room/people/people-column'
import { useActing } from '@/components/room/room-context'
import { SearchPalette } from '@/components/room/search/search-palette'
import { Gate } from '@/components/room/sound/gate'
import { SyncCard } from '@/components/room/sound/sync-card'
import { HelpDialog } from './help-dialog'
import { NumbersDialog } from './numbers-dialog'
import { SettingsDialog } from './settings-dialog'
import { ShareDialog } from './share-dialog'

/** Whatever opens over the room. */
export function RoomDialogs({ shareOrigin, hasYoutube }: { shareOrigin: string | null; hasYoutube: boolean }) {
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
      {may('queue:add') && <SearchPalette hasYoutube={hasYoutube} />}
      {may('room:update') && <SettingsDialog />}
    </>
  )
}
