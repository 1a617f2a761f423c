import { useText } from '#text'
import { ActivityChart } from '@/components/stats/activity-chart'
import { Box } from '@/components/stats/box'
import { everyDay } from '@/components/stats/days'
import { heatText } from '@/components/stats/heat-bar'
import type { TrackNumbers } from '@/lib/catalog/track'
import { msg } from '@/lib/language/text'

const SHOWN_DAYS = 42
const PLAYS = [{ key: 'plays', label: msg('Plays'), colour: 'var(--chart-1)' }] as const

/** How often it was heard to its end or near it, in all rooms together, and how hot it is now. */
export function PlaysBox({ numbers: { heat, plays, days }, today }: { numbers: TrackNumbers; today: string }) {
  const t = useText()
  return (
    <Box title={t('In all rooms')}>
      <dl className="mb-4 grid grid-cols-2 gap-4">
        <Figure label={t('Plays in a year')} value={plays.toLocaleString(t.locale)} />
        <Figure label={t('Heat now')} value={heatText(t, heat)} />
      </dl>
      {plays > 0 ? (
        <ActivityChart days={everyDay(days, { plays: 0 }, today, SHOWN_DAYS)} series={PLAYS} height={160} />
      ) : (
        <p className="text-sm text-text-2">{t('Nobody has heard it through in a room yet. Add it to yours.')}</p>
      )}
    </Box>
  )
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt className="text-sm text-text-2">{label}</dt>
      <dd className="font-semibold text-[28px] tabular-nums leading-9 tracking-[-0.035em]">{value}</dd>
    </div>
  )
}
