import Link from 'next/link'
import { useText } from '#text'
import { AddToRoom, type RoomChoice } from '@/components/home/add-to-room'
import { HeatBar } from '@/components/stats/heat-bar'
import { SongWords } from '@/components/track/song-words'
import { Cover } from '@/components/ui/cover'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import type { LeaderboardItem } from '@/lib/stats/schema'
import { SPANS, type Span } from './spans'

type Ranked = LeaderboardItem & { rank: number }

/** The songs that most people heard, by day and by week. */
export function Charts({ span, items, rooms }: { span: Span; items: Ranked[]; rooms: RoomChoice[] }) {
  const t = useText()
  const most = Math.max(1, ...items.map(({ plays }) => plays))
  return (
    <>
      <PageHead title={t('Most played')} lead={t('By everyone who heard them through, in all rooms together.')} />
      <Spans chosen={span} />
      {items.length > 0 ? (
        <ol aria-label={t('Most played')} className="-mx-2">
          {items.map((item) => (
            <Row key={item.track.id} item={item} most={most} rooms={rooms} />
          ))}
        </ol>
      ) : (
        <Empty title={t('Nothing was heard through yet')}>
          {t('A song comes in here when somebody hears half of it in a room, or four minutes.')}
        </Empty>
      )}
    </>
  )
}

function Spans({ chosen }: { chosen: Span }) {
  const t = useText()
  return (
    <nav aria-label={t('Range')} className="-mx-4 scroll-quiet mb-4 overflow-x-auto px-4 sm:mx-0 sm:px-0">
      <ul className="flex w-max gap-1">
        {SPANS.map(({ span, label }) => (
          <li key={span}>
            <Link
              href={span === 'today' ? '/charts' : `/charts?of=${span}`}
              aria-current={span === chosen ? 'page' : undefined}
              className="inline-flex h-9 items-center rounded-full px-3.5 font-medium text-sm text-text-2 hover:text-text-1 aria-[current]:bg-surface-2 aria-[current]:text-text-1 pointer-coarse:h-11"
            >
              {t(label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Row({ item: { rank, plays, track }, most, rooms }: { item: Ranked; most: number; rooms: RoomChoice[] }) {
  const t = useText()
  return (
    <li className="flex min-w-0 items-center gap-3 rounded-md p-2 hover:bg-surface-2 sm:gap-4">
      <span className="mono w-6 flex-none text-right text-text-3">{rank}</span>
      <Cover track={track} />
      <SongWords track={track} />
      <HeatBar share={plays / most} className="w-[24%] flex-none max-sm:hidden" />
      <span className="mono min-w-8 flex-none text-right font-medium">
        <span aria-hidden="true">{t.number(plays)}</span>
        <span className="sr-only">{t('{count, plural, one {# play} other {# plays}}', { count: plays })}</span>
      </span>
      {track.audio && <AddToRoom track={track} rooms={rooms} />}
    </li>
  )
}
