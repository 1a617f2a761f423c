'use client'

import { UserPlus } from 'lucide-react'
import { useText } from '#text'
import { useChatContext } from '@/components/chat/chat-context'
import { ChatPanel } from '@/components/chat/chat-panel'
import { useRoomContext } from '@/components/room/room-context'
import { useOverlay, useScreen } from '@/components/room/screen-context'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Sheet, SheetContent } from '@/components/ui/sheet'
import type { Text } from '@/lib/language/text'
import type { MemberView } from '@/lib/rooms/schema'
import { PeopleList } from './people-list'

/** Who is in the room, and what they say. */
export function PeopleColumn() {
  const t = useText()
  const { members, listening, silent } = useRoomContext().room
  const { composer } = useChatContext()
  return (
    <>
      <div className="flex items-center justify-between gap-3 px-4 pt-4 pb-2">
        <h2 className="font-semibold">
          {t('In the room')} <span className="font-normal text-text-3">{t.number(peopleIn(members).length)}</span>
        </h2>
        <span className="text-sm text-text-3">{presenceText(t, members, listening, silent)}</span>
      </div>
      <div className="scroll-quiet max-h-[46%] flex-none overflow-y-auto overscroll-contain pb-2 max-lg:max-h-[340px]">
        <PeopleList shown={7} />
        <OnlyMe />
      </div>
      <ChatPanel field={composer} className="flex-1 border-t max-lg:h-[400px] max-lg:flex-none" />
    </>
  )
}

/** Below more rows than these it would be cut. */
const FEW = 4

const peopleIn = (members: MemberView[]) => members.filter(({ isScreen }) => !isScreen)

/** "10 listening, 2 silent": televisions are neither. */
function presenceText(t: Text, members: MemberView[], listening: string[], silent: string[]): string {
  const silentPeople = peopleIn(members).filter(({ memberId }) => silent.includes(memberId)).length
  const heard = t('{count} listening', { count: t.number(listening.length) })
  return silentPeople ? `${heard}, ${t('{count} silent', { count: t.number(silentPeople) })}` : heard
}

/** On phones, from the tab bar. */
export function PeopleSheet() {
  const t = useText()
  const { open, onOpenChange } = useOverlay('people')
  const { members } = useRoomContext().room
  return (
    <Sheet open={open} onOpenChange={onOpenChange}>
      <SheetContent
        title={t('In the room, {count}', { count: t.number(peopleIn(members).length) })}
        className="h-[85dvh] px-0 [&>header]:px-5"
      >
        <PeopleList />
        <OnlyMe />
      </SheetContent>
    </Sheet>
  )
}

function OnlyMe() {
  const t = useText()
  const { members, listening, silent } = useRoomContext().room
  const { show } = useScreen()
  const isAlone = listening.length + silent.length <= 1
  if (!isAlone || peopleIn(members).length > FEW) return null
  return (
    <Empty
      isPanel={false}
      heading="h3"
      title={t('You are the only one in earshot')}
      dots={[{ x: 0, y: 31, is: 'you' }]}
      action={
        <Button variant="line" onClick={() => show('share')}>
          <UserPlus aria-hidden="true" />
          {t('Invite')}
        </Button>
      }
    >
      {t('Put the code on a screen, or send the link.')}
    </Empty>
  )
}
