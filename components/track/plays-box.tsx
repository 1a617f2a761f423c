import { ActivityChart } from '@/components/stats/activity-chart'
import { Box } from '@/components/stats/box'
import { everyDay } from '@/components/stats/days'
import { heatText } from '@/components/stats/heat-bar'
import type { TrackNumbers } from '@/lib/catalog/track'

const SHOWN_DAYS = 42
const PLAYS = [{ key: 'plays', label: 'Plays', colour: 'var(--chart-1)' }] as const

/** How often it was heard to its end or near it, in all rooms together, and how hot it is now. */
export function PlaysBox({ numbers: { heat, plays, days }, today }: { numbers: TrackNumbers; today: string }) {
  return (
    <Box title="In all rooms">
      <dl className="mb-4 grid grid-cols-2 gap-4">
        <Figure label="Plays in a year" value={plays.toLocaleString('en')} />
        <Figure label="Heat now" value={heatText(heat)} />
      </dl>
      {plays > 0 ? (
        <ActivityChart days={everyDay(days, { plays: 0 }, today, SHOWN_DAYS)} series={PLAYS} height={160} />
      ) : (
        <p className="text-sm text-text-2">Nobody has heard it through in a room yet. Add it to yours.</p>
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
