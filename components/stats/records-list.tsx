import { useText } from '#text'
import type { Text } from '@/lib/language/text'
import type { Records } from '@/lib/stats/schema'
import { dayText } from './days'

/** What one can be proud of. What has not happened yet is not there. */
export function RecordsList({ records }: { records: Records }) {
  const t = useText()
  return (
    <ul>
      {recordsOf(t, records).map(({ value, what, when }) => (
        <li key={what} className="flex items-center gap-3.5 border-t py-3 first:border-t-0 first:pt-0 last:pb-0">
          <b className="w-14 flex-none text-center font-semibold text-2xl tabular-nums tracking-[-0.035em]">
            {value.toLocaleString(t.locale)}
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

function recordsOf(t: Text, { currentStreak, longestStreak, mostAdded, mostLikesGot }: Records) {
  const isBest = currentStreak >= longestStreak
  return [
    ...(currentStreak > 0
      ? [
          {
            value: currentStreak,
            what: t('{days, plural, one {day} other {days}} in a row, until now', { days: currentStreak }),
            when: isBest ? t('Your longest streak') : t('A day counts when you add or like'),
          },
        ]
      : []),
    ...(longestStreak > 0 && !isBest
      ? [
          {
            value: longestStreak,
            what: t('{days, plural, one {day} other {days}} in a row', { days: longestStreak }),
            when: t('Your longest streak'),
          },
        ]
      : []),
    ...(mostLikesGot
      ? [
          {
            value: mostLikesGot.count,
            what: t('{count, plural, one {like} other {likes}} got in a day', { count: mostLikesGot.count }),
            when: dayText(t, mostLikesGot.day, true),
          },
        ]
      : []),
    ...(mostAdded
      ? [
          {
            value: mostAdded.count,
            what: t('{count, plural, one {song} other {songs}} added in a day', { count: mostAdded.count }),
            when: dayText(t, mostAdded.day, true),
          },
        ]
      : []),
  ]
}
