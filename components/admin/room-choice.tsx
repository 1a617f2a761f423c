import { ChevronDown } from 'lucide-react'
import { useText } from '#text'
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from '@/components/ui/menu'
import type { RoomNow } from '@/lib/stats/live-rooms'

/** The room's name, which opens the list of the others. */
export function RoomChoice({
  rooms,
  chosen,
  onChoose,
}: {
  rooms: RoomNow[]
  chosen: RoomNow
  onChoose: (code: string) => void
}) {
  const t = useText()
  return (
    <Menu>
      <MenuTrigger className="-my-1 flex min-h-8 max-w-full items-center gap-1.5 rounded-sm pointer-coarse:min-h-11">
        <span className="truncate" title={chosen.name}>
          {chosen.name}
        </span>
        <ChevronDown aria-hidden="true" strokeWidth={1.75} className="size-4 flex-none text-text-3" />
        <span className="sr-only">, {t('choose another room')}</span>
      </MenuTrigger>
      <MenuContent align="start" className="scroll-quiet max-h-80 overflow-y-auto">
        <MenuRadioGroup value={chosen.code} onValueChange={onChoose}>
          {rooms.map((room) => (
            <MenuRadioItem key={room.id} value={room.code}>
              {room.name}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  )
}
