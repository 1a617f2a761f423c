import type { Records } from '@/lib/stats/schema'
import { dayText } from './days'

/** What one can be proud of. What has not happened yet is not there. */
export function RecordsList({ records }: { records: Records }) {
  return (
    <ul>
      {recordsOf(records).map(({ value, what, when }) => (
        <li key={what} className="flex items-center gap-3.5 border-t py-3 first:border-t-0 first:pt-0 last:pb-0">
          <b className="w-14 flex-none text-center font-semibold text-2xl tabular-nums tracking-[-0.035em]">
            {value.toLocaleString('en')}
          </b>
          <span className="min-w-0">
            <span className="block font-semibold">{what}</span>
            <span className="block text-sm text-text-3">{when}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

function recordsOf({ currentStreak, longestStreak, mostAdded, mostLikesGot }: Records) {
  const days = (count: number) => (count === 1 ? 'day in a row' : 'days in a row')
  const isBest = currentStreak >= longestStreak
  return [
    ...(currentStreak > 0
      ? [
          {
            value: currentStreak,
            what: `${days(currentStreak)}, until now`,
            when: isBest ? 'Your longest streak' : 'A day counts when you add or like',
          },
        ]
      : []),
    ...(longestStreak > 0 && !isBest
      ? [{ value: longestStreak, what: days(longestStreak), when: 'Your longest streak' }]
      : []),
    ...(mostLikesGot
      ? [
          {
            value: mostLikesGot.count,
            what: `${mostLikesGot.count === 1 ? 'like' : 'likes'} got in a day`,
            when: dayText(mostLikesGot.day, true),
          },
        ]
      : []),
    ...(mostAdded
      ? [
          {
            value: mostAdded.count,
            what: `${mostAdded.count === 1 ? 'song' : 'songs'} added in a day`,
            when: dayText(mostAdded.day, true),
          },
        ]
      : []),
  ]
}
