'use client'

import { useText } from '#text'
import { MODE_HINTS, MODES } from '@/components/room/queue/mode-text'
import { useActing, useRoomContext } from '@/components/room/room-context'
import { Choice, type ChoiceOption } from '@/components/ui/choice'
import { Switch } from '@/components/ui/switch'
import type { Text } from '@/lib/language/text'
import { msg } from '@/lib/language/text'
import type { RoomSettings } from '@/lib/rooms/schema'

/** How the queue goes, what listeners may add, and what happens without the host. Each choice acts at once. */
export function RoomRules() {
  const t = useText()
  const { settings } = useRoomContext().room.room
  const { actions } = useActing()
  const set = (changes: Partial<RoomSettings>) => actions.updateRoom({ settings: changes })
  return (
    <>
      <Heading>{t('The queue')}</Heading>
      <Choice
        label={t('What comes next')}
        hint={t(MODE_HINTS[settings.queueMode])}
        value={settings.queueMode}
        options={inWords(t, MODES)}
        onChange={(queueMode) => set({ queueMode })}
      />
      <Choice
        label={t('When it runs out')}
        hint={
          settings.whenEmpty === 'trending'
            ? t('Songs that this room likes come back.')
            : t('Until somebody adds a song.')
        }
        value={settings.whenEmpty}
        options={inWords(t, WHEN_EMPTY)}
        onChange={(whenEmpty) => set({ whenEmpty })}
      />
      <Choice
        label={t('Skip by vote')}
        hint={t('The share of those who are here.')}
        value={settings.skipPercent}
        options={known(inWords(t, SKIP), settings.skipPercent, (percent) => `${percent} %`)}
        onChange={(skipPercent) => set({ skipPercent })}
      />
      <Heading>{t('What listeners add')}</Heading>
      <Switch
        label={t('Everyone may add songs')}
        hint={t('Else only you and the moderators.')}
        checked={settings.whoAdds === 'everyone'}
        onChange={(all) => set({ whoAdds: all ? 'everyone' : 'moderators' })}
      />
      <Switch
        label={t('Explicit songs')}
        hint={t('Off, nobody adds one, you neither.')}
        checked={settings.allowsExplicit}
        onChange={(allowsExplicit) => set({ allowsExplicit })}
      />
      <Choice
        label={t('Songs waiting per person')}
        value={settings.maxWaiting}
        options={known(inWords(t, WAITING), settings.maxWaiting, String)}
        onChange={(maxWaiting) => set({ maxWaiting })}
      />
      <Choice
        label={t('Longest song')}
        value={settings.maxMinutes}
        options={known(inWords(t, MINUTES), settings.maxMinutes, (minutes) => `${minutes} min`)}
        onChange={(maxMinutes) => set({ maxMinutes })}
      />
      <Choice
        label={t('No repeat within')}
        value={settings.noRepeat}
        options={known(inWords(t, REPEAT), settings.noRepeat, (songs) => t(SONGS, { songs }))}
        onChange={(noRepeat) => set({ noRepeat })}
      />
      <Heading>{t('When you are away')}</Heading>
      <Choice
        label={t('A moderator may take over')}
        hint={t('The room plays on without you. When you come back, you host again.')}
        value={settings.takeOverAfter}
        options={known(inWords(t, TAKE_OVER), settings.takeOverAfter, (minutes) => t(AFTER, { minutes }))}
        onChange={(takeOverAfter) => set({ takeOverAfter })}
      />
    </>
  )
}

function Heading({ children }: { children: string }) {
  return <h3 className="mt-4 mb-1 border-t pt-4 text-sm font-medium text-text-3 first:mt-0">{children}</h3>
}

const SONGS = msg('{songs, plural, =0 {Off} one {# song} other {# songs}}')
const AFTER = msg('after {minutes} min')

const WHEN_EMPTY = [
  { value: 'nothing', label: msg('Silence') },
  { value: 'trending', label: msg('What trends here') },
] as const
const SKIP = [
  { value: null, label: msg('Off') },
  { value: 33, label: msg('A third') },
  { value: 50, label: msg('Half') },
  { value: 66, label: msg('Two thirds') },
  { value: 100, label: msg('Everyone') },
]
const WAITING = [
  { value: null, label: msg('No limit') },
  ...[1, 2, 3, 5, 10].map((value) => ({ value, label: String(value) })),
]
const MINUTES = [
  { value: null, label: msg('No limit') },
  ...[5, 8, 12, 20, 60].map((value) => ({ value, label: `${value} min` })),
]
const REPEAT = [0, 5, 10, 20, 50].map((value) => ({ value, label: SONGS, values: { songs: value } }))
const TAKE_OVER = [
  { value: null, label: msg('Never') },
  ...[2, 5, 10, 30].map((value) => ({ value, label: AFTER, values: { minutes: value } })),
]

type InEnglish<T> = ChoiceOption<T> & { values?: Record<string, number> }

const inWords = <T,>(t: Text, options: readonly InEnglish<T>[]): ChoiceOption<T>[] =>
  options.map(({ value, label, values }) => ({ value, label: t(label, values) }))

/** The options, with what the room has where another client chose something else. */
function known<T extends number | null>(
  options: ChoiceOption<T>[],
  value: T,
  text: (value: NonNullable<T>) => string,
): ChoiceOption<T>[] {
  if (value === null || value === undefined || options.some((option) => option.value === value)) return options
  return [...options, { value, label: text(value) }]
}
