import { useText } from '#text'
import { cn } from '@/components/ui/cn'
import { Empty } from '@/components/ui/empty'
import { Pulse } from '@/components/ui/pulse'
import type { RoomNow } from '@/lib/stats/live-rooms'

/** The rooms that somebody hears. Each one shows its songs above. */
export function LiveRooms({
  rooms,
  chosen,
  onChoose,
}: {
  rooms: RoomNow[]
  chosen: string | null
  onChoose: (code: string) => void
}) {
  const t = useText()
  const live = rooms.filter((room) => room.listening > 0)
  if (live.length === 0)
    return (
      <Empty isPanel={false} heading="h3" title={t('No room is live')} className="py-6">
        {t('One appears here as soon as somebody listens.')}
      </Empty>
    )
  return (
    <ul className="-mx-2 grid grid-cols-1 gap-0.5">
      {live.map((room) => (
        <li key={room.id}>
          <button
            type="button"
            aria-pressed={room.code === chosen}
            onClick={() => onChoose(room.code)}
            className="flex w-full min-w-0 items-center gap-3 rounded-md p-2 text-left hover:bg-surface-2 aria-pressed:bg-surface-2"
          >
            <Pulse
              state={room.isPlaying && room.nowPlaying ? 'beat' : 'still'}
              className={cn(room.isPlaying && room.nowPlaying ? 'text-accent' : 'text-text-3')}
            />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium" title={room.name}>
                {room.name}
              </span>
              <span className="block truncate text-sm text-text-3">{room.nowPlaying?.title ?? t('Nothing plays')}</span>
            </span>
            <span className="mono flex-none text-sm text-text-2">
              {room.listening.toLocaleString(t.locale)}
              <span className="sr-only"> {t('listening')}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
