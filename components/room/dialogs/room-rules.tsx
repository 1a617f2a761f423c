'use client'

import { MODE_HINTS, MODES } from '@/components/room/queue/mode-text'
import { useActing, useRoomContext } from '@/components/room/room-context'
import { Choice, type ChoiceOption } from '@/components/ui/choice'
import { Switch } from '@/components/ui/switch'
import type { RoomSettings } from '@/lib/rooms/schema'

/** How the queue goes, what listeners may add, and what happens without the host. Each choice acts at once. */
export function RoomRules() {
  const { settings } = useRoomContext().room.room
  const { actions } = useActing()
  const set = (changes: Partial<RoomSettings>) => actions.updateRoom({ settings: changes })
  return (
    <>
      <Heading>The queue</Heading>
      <Choice
        label="What comes next"
        hint={MODE_HINTS[settings.queueMode]}
        value={settings.queueMode}
        options={MODES}
        onChange={(queueMode) => set({ queueMode })}
      />
      <Choice
        label="When it runs out"
        hint={
          settings.whenEmpty === 'trending' ? 'Songs that this room likes come back.' : 'Until somebody adds a song.'
        }
        value={settings.whenEmpty}
        options={WHEN_EMPTY}
        onChange={(whenEmpty) => set({ whenEmpty })}
      />
      <Choice
        label="Skip by vote"
        hint="The share of those who are here."
        value={settings.skipPercent}
        options={known(SKIP, settings.skipPercent, (percent) => `${percent} %`)}
        onChange={(skipPercent) => set({ skipPercent })}
      />
      <Heading>What listeners add</Heading>
      <Switch
        label="Everyone may add songs"
        hint="Else only you and the moderators."
        checked={settings.whoAdds === 'everyone'}
        onChange={(all) => set({ whoAdds: all ? 'everyone' : 'moderators' })}
      />
      <Choice
        label="Songs waiting per person"
        value={settings.maxWaiting}
        options={known(WAITING, settings.maxWaiting, String)}
        onChange={(maxWaiting) => set({ maxWaiting })}
      />
      <Choice
        label="Longest song"
        value={settings.maxMinutes}
        options={known(MINUTES, settings.maxMinutes, minutesText)}
        onChange={(maxMinutes) => set({ maxMinutes })}
      />
      <Choice
        label="No repeat within"
        value={settings.noRepeat}
        options={known(REPEAT, settings.noRepeat, songsText)}
        onChange={(noRepeat) => set({ noRepeat })}
      />
      <Heading>When you are away</Heading>
      <Choice
        label="A moderator may take over"
        hint="The room plays on without you. When you come back, you host again."
        value={settings.takeOverAfter}
        options={known(TAKE_OVER, settings.takeOverAfter, (minutes) => `after ${minutesText(minutes)}`)}
        onChange={(takeOverAfter) => set({ takeOverAfter })}
      />
    </>
  )
}

function Heading({ children }: { children: string }) {
  return <h3 className="mt-4 mb-1 border-t pt-4 text-sm font-medium text-text-3 first:mt-0">{children}</h3>
}

const minutesText = (minutes: number) => `${minutes} min`
const songsText = (songs: number) => (songs === 0 ? 'Off' : `${songs} songs`)

const WHEN_EMPTY = [
  { value: 'nothing', label: 'Silence' },
  { value: 'trending', label: 'What trends here' },
] as const
const SKIP = [
  { value: null, label: 'Off' },
  { value: 33, label: 'A third' },
  { value: 50, label: 'Half' },
  { value: 66, label: 'Two thirds' },
  { value: 100, label: 'Everyone' },
]
const WAITING = [
  { value: null, label: 'No limit' },
  ...[1, 2, 3, 5, 10].map((value) => ({ value, label: String(value) })),
]
const MINUTES = [
  { value: null, label: 'No limit' },
  ...[5, 8, 12, 20, 60].map((value) => ({ value, label: minutesText(value) })),
]
const REPEAT = [0, 5, 10, 20, 50].map((value) => ({ value, label: songsText(value) }))
const TAKE_OVER = [
  { value: null, label: 'Never' },
  ...[2, 5, 10, 30].map((value) => ({ value, label: `after ${minutesText(value)}` })),
]

/** The options, with what the room has where another client chose something else. */
function known<T extends number | null>(
  options: ChoiceOption<T>[],
  value: T,
  text: (value: NonNullable<T>) => string,
): ChoiceOption<T>[] {
  if (value === null || value === undefined || options.some((option) => option.value === value)) return options
  return [...options, { value, label: text(value) }]
}
