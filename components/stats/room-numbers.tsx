import Link from 'next/link'
import type { ReactNode } from 'react'
import { useText } from '#text'
import { buttonLook } from '@/components/ui/button-look'
import { cn } from '@/components/ui/cn'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import type { Text } from '@/lib/language/text'
import type { RoomStats, TrendingItem } from '@/lib/stats/schema'
import { RoomActivity } from './activity-box'
import { Box } from './box'
import { todayOf } from './days'
import { DownloadCsv } from './download-csv'
import { type Figure, Figures } from './figures'
import { LiveHeat } from './live-heat'
import { MostLiked } from './most-liked'
import { NumbersTable } from './numbers-table'
import { TotalsLegend } from './totals-legend'

type Props = {
  room: { code: string; name: string }
  stats: RoomStats
  /** Null once the room has ended: nothing is hot there now. */
  trending: TrendingItem[] | null
}

/** A room's numbers for the people in it, as a page. */
export function RoomNumbers({ room, stats, trending }: Props) {
  const t = useText()
  const isEmpty = hasNoNumbers(stats)
  return (
    <>
      <PageHead title={room.name} lead={t('Counted as it happens, for everyone who has been here.')}>
        {!isEmpty && <RoomCsv code={room.code} stats={stats} />}
      </PageHead>
      {isEmpty ? (
        <NoNumbers>
          {trending && (
            <Link href={`/r/${room.code}`} className={buttonLook({ variant: 'solid' })}>
              {t('Add a song')}
            </Link>
          )}
        </NoNumbers>
      ) : (
        <RoomCharts room={room} stats={stats} trending={trending} />
      )}
    </>
  )
}

export const hasNoNumbers = ({ totals }: RoomStats) => totals.totalAdded + totals.totalLikesGiven === 0

export function NoNumbers({ children }: { children?: ReactNode }) {
  const t = useText()
  return (
    <Empty title={t('This room’s numbers begin with one song')} dots={[{ x: 0, y: 31, is: 'you' }]} action={children}>
      {t('Who adds, what is liked and what plays is counted here for everyone in the room.')}
    </Empty>
  )
}

export function RoomCsv({ code, stats }: { code: string; stats: RoomStats }) {
  return <DownloadCsv fileName={`earshot-${code}.csv`} head={HEAD} rows={stats.people.map(csvRow)} />
}

export function RoomCharts({ room, stats, trending }: Props) {
  const t = useText()
  return (
    <>
      <Figures figures={figuresOf(t, stats)} />
      {stats.activity.length > 0 && (
        <div
          className={cn(
            'mt-4 grid items-start gap-4',
            stats.topSongs.length > 0 && 'lg:grid-cols-[minmax(0,1.9fr)_minmax(0,1fr)]',
          )}
        >
          <RoomActivity activity={stats.activity} today={todayOf(new Date())} />
          {stats.topSongs.length > 0 && (
            <Box title={t('Most liked songs')}>
              <MostLiked songs={stats.topSongs.slice(0, 6)} />
            </Box>
          )}
        </div>
      )}
      <div className={cn('mt-4 grid items-start gap-4', trending && 'lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]')}>
        {trending && (
          <Box
            title={t('Hot now')}
            aside={<span className="text-sm text-text-3">{t('Heat halves in half an hour')}</span>}
          >
            <LiveHeat code={room.code} items={trending} />
          </Box>
        )}
        <Box title={t('Who makes it')} aside={<TotalsLegend />}>
          <NumbersTable
            of={t('Person')}
            caption={t('The numbers of everyone in {name}', { name: room.name })}
            rows={stats.people.map(({ memberId, displayName, ...numbers }) => ({
              ...numbers,
              id: memberId,
              name: displayName,
            }))}
          />
        </Box>
      </div>
    </>
  )
}

const HEAD = ['person', 'added', 'likes got', 'likes given', 'last change']

const csvRow = (person: RoomStats['people'][number]) => [
  person.displayName,
  person.totalAdded,
  person.totalLikesGot,
  person.totalLikesGiven,
  person.lastUpdated,
]

function figuresOf(t: Text, { totals, people }: RoomStats): Figure[] {
  const [adders, likers] = [
    people.filter((person) => person.totalAdded > 0).length,
    people.filter((person) => person.totalLikesGiven > 0).length,
  ]
  const perSong = totals.totalAdded > 0 ? t.number(totals.totalLikesGiven / totals.totalAdded, 1) : '0'
  return [
    {
      label: t('Songs added'),
      value: totals.totalAdded.toLocaleString(t.locale),
      note: t('by {adders, plural, =1 {one person} other {# people}}', { adders }),
      colour: 'var(--chart-3)',
    },
    {
      label: t('Likes'),
      value: totals.totalLikesGiven.toLocaleString(t.locale),
      note: t('from {likers, plural, =1 {one person} other {# people}}', { likers }),
      colour: 'var(--chart-1)',
    },
    { label: t('Likes a song'), value: perSong, note: t('on average'), colour: 'var(--chart-2)' },
    ...bestOf(t, people),
  ]
}

/** Whose songs are liked most. */
function bestOf(t: Text, people: RoomStats['people']): Figure[] {
  const best = people.reduce((top, person) => Math.max(top, person.totalLikesGot), 0)
  const person = people.find(({ totalLikesGot }) => totalLikesGot === best)
  return person && best > 0
    ? [
        {
          label: t('Most liked'),
          value: best.toLocaleString(t.locale),
          note: t('for {name}', { name: person.displayName }),
          colour: 'var(--chart-4)',
        },
      ]
    : [{ label: t('Most liked'), value: '0', note: t('nobody yet'), colour: 'var(--chart-4)' }]
}
