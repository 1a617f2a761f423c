import { useText } from '#text'
import { OpenRoom } from '@/components/home/open-room-dialog'
import { Empty } from '@/components/ui/empty'
import { Mark } from '@/components/ui/mark'
import { PageHead } from '@/components/ui/page-head'
import type { MyStats } from '@/lib/stats/schema'
import { MyActivity } from './activity-box'
import { Box } from './box'
import { todayOf } from './days'
import { DownloadCsv } from './download-csv'
import { NumbersTable } from './numbers-table'
import { RecordsList } from './records-list'
import { ShareCard } from './share-card'
import { TotalsPanel } from './totals'
import { TotalsLegend } from './totals-legend'

const two = 'mt-4 grid gap-4 lg:grid-cols-[minmax(0,1.9fr)_minmax(0,1fr)]'

export function Dashboard({ name, stats }: { name: string; stats: MyStats }) {
  const t = useText()
  const { totalAdded, totalLikesGiven, totalLikesGot } = stats.totals
  if (totalAdded + totalLikesGiven + totalLikesGot === 0) return <NothingYet name={name} />
  return (
    <>
      <PageHead
        title={t('Your numbers, {name}', { name })}
        lead={t('Counted as it happens, in every room you have been in.')}
      >
        <DownloadCsv
          fileName="earshot-numbers.csv"
          head={['room', 'code', 'added', 'likes got', 'likes given', 'last change']}
          rows={stats.rooms.map((room) => [
            room.name,
            room.code,
            room.totalAdded,
            room.totalLikesGot,
            room.totalLikesGiven,
            room.lastUpdated,
          ])}
        />
      </PageHead>
      <TotalsPanel stats={stats} />
      <div className={two}>
        {stats.activity.length > 0 && <MyActivity activity={stats.activity} today={todayOf(new Date())} />}
        <SoFar name={name} stats={stats} />
      </div>
      <div className={two}>
        <Box title={t('By room')} aside={<TotalsLegend />}>
          <NumbersTable
            of={t('Room')}
            caption={t('My numbers by room')}
            rows={stats.rooms.map((room) => ({ ...room, id: room.code, href: `/r/${room.code}/stats` }))}
          />
        </Box>
        {stats.activity.length > 0 && (
          <Box title={t('Records')}>
            <RecordsList records={stats.records} />
          </Box>
        )}
      </div>
    </>
  )
}

function NothingYet({ name }: { name: string }) {
  const t = useText()
  return (
    <>
      <PageHead
        title={t('Your numbers, {name}', { name })}
        lead={t('Counted as it happens, in every room you have been in.')}
      />
      <Empty
        title={t('Your numbers begin with one song')}
        dots={[
          { x: -44, y: 52, is: 'away' },
          { x: -22, y: 42, is: 'away' },
          { x: 0, y: 31, is: 'you' },
        ]}
        action={<OpenRoom />}
      >
        {t('Each song you add and each like you give or get is counted here as it happens.')}
      </Empty>
    </>
  )
}

/** The one number that others gave. */
function SoFar({ name, stats }: { name: string; stats: MyStats }) {
  const t = useText()
  const { totalLikesGot, totalLikesGiven, totalAdded } = stats.totals
  const best = stats.rooms.reduce<MyStats['rooms'][number] | null>(
    (top, room) => (room.totalLikesGot > (top?.totalLikesGot ?? 0) ? room : top),
    null,
  )
  return (
    <section className="hairline relative isolate flex min-h-86 flex-col overflow-hidden rounded-[20px] bg-surface-1 p-6 before:absolute before:inset-0 before:-z-10 before:bg-[radial-gradient(90%_70%_at_80%_0,var(--glow-1),transparent_80%),radial-gradient(60%_60%_at_0_100%,var(--glow-2),transparent)] before:content-['']">
      <div className="flex items-center gap-3">
        <h2 className="flex-1 font-semibold">{t('In earshot so far')}</h2>
        <Mark />
      </div>
      <div className="mt-auto font-semibold text-[88px] tabular-nums leading-[84px] tracking-[-0.06em]">
        {totalLikesGot.toLocaleString(t.locale)}
      </div>
      <p className="mt-2 mb-1 font-semibold text-lg">
        {t('{likes, plural, one {like} other {likes}} for what you picked', { likes: totalLikesGot })}
      </p>
      <p className="text-text-2">
        {best
          ? t('{name} brought {count} of them.', { name: best.name, count: best.totalLikesGot })
          : t('Play one of yours and somebody may like it.')}
      </p>
      <ShareCard
        numbers={{
          name,
          likes: totalLikesGot,
          given: totalLikesGiven,
          added: totalAdded,
          rooms: stats.rooms.length,
        }}
      />
    </section>
  )
}
