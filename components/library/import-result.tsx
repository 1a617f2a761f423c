import Link from 'next/link'
import { useText } from '#text'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import type { Text } from '@/lib/language/text'
import type { ImportEvent } from '@/lib/playlists/import-schema'
import { songsText } from './song-text'

type End = Exclude<ImportEvent, { type: 'progress' }>

/** What came in, and line by line what did not. */
export function ImportResult({ end, onClose, again }: { end: End; onClose: () => void; again: () => void }) {
  const t = useText()
  const { playlist, added, bad } = end
  const problems = end.type === 'done' ? end.problems : []
  return (
    <div className="flex min-h-0 flex-col">
      <Empty
        isPanel={false}
        heading="h3"
        className="px-0 pt-2 pb-4"
        title={added > 0 ? t('{songs} came in', { songs: songsText(t, added) }) : t('No song came in')}
        dots={added > 0 ? [{ x: 0, y: 31, is: 'here' }] : [{ x: -34, y: 31, is: 'late' }]}
        action={
          playlist ? (
            <Button asChild onClick={onClose}>
              <Link href={`/playlist/${playlist.id}`}>{t('Open {name}', { name: playlist.name.slice(0, 40) })}</Link>
            </Button>
          ) : (
            <Button variant="line" onClick={again}>
              {t('Take another file')}
            </Button>
          )
        }
      >
        {end.type === 'failed' ? t.heard(end.message) : wordsFor(t, end)}
      </Empty>
      {problems.length > 0 && (
        <section
          aria-label={t('Lines that did not come in')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by keys
          tabIndex={0}
          className="hairline max-h-64 overflow-y-auto rounded-md"
        >
          <table className="w-full text-left text-sm">
            <tbody>
              {problems.map(({ line, text, problem }) => (
                <tr key={`${line} ${text}`} className="border-t align-top first:border-t-0">
                  <td className="mono w-14 py-2 pl-3 text-text-3">{line}</td>
                  <td className="py-2 pr-3">
                    <span className="line-clamp-1 [overflow-wrap:anywhere]">{text || t('Nothing to read')}</span>
                    <span className="block text-text-3">{t.heard(problem)}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {bad > problems.length && (
            <p className="border-t px-3 py-2 text-sm text-text-3">
              {t('{more, plural, one {And # more line.} other {And # more lines.}}', { more: bad - problems.length })}
            </p>
          )}
        </section>
      )}
    </div>
  )
}

function wordsFor(t: Text, { added, bad }: End): string {
  if (added === 0 && bad === 0) return t('There is no song in this file.')
  if (bad === 0) return t('Every line of the list is in.')
  return t('{bad, plural, one {One line} other {# lines}} did not come in.', { bad })
}
