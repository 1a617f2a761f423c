import Link from 'next/link'
import type { ReactNode } from 'react'
import { useText } from '#text'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { addressOf } from './find-bar'

type Place = { path: string; parameters: Record<string, string | undefined> }

/** A page of a list with the way to the next, or what it means that there is nothing. */
export function RowList<T>({
  label,
  page,
  place,
  empty,
  children,
}: {
  label: string
  page: { items: T[]; nextCursor: string | null }
  place: Place
  empty: { title: string; text: string }
  children: (item: T) => ReactNode
}) {
  const t = useText()
  const { path, parameters } = place
  const isNarrowed = Object.values(parameters).some(Boolean)
  if (page.items.length === 0)
    return isNarrowed ? (
      <Empty
        title={t('Nothing fits')}
        action={
          <Button asChild variant="line">
            <Link href={path}>{t('Show all')}</Link>
          </Button>
        }
      >
        {t('Look for something else, or leave out the filter.')}
      </Empty>
    ) : (
      <Empty title={empty.title}>{empty.text}</Empty>
    )
  return (
    <>
      <ul aria-label={label} className="hairline rounded-lg bg-surface-1 px-4 sm:rounded-[20px] sm:px-6">
        {page.items.map(children)}
      </ul>
      {(page.nextCursor || parameters.cursor) && (
        <nav aria-label={t('Pages')} className="mt-4 flex justify-center gap-2">
          {parameters.cursor && (
            <Button asChild variant="line">
              <Link href={addressOf(path, { ...parameters, cursor: undefined })}>{t('The newest')}</Link>
            </Button>
          )}
          {page.nextCursor && (
            <Button asChild variant="line">
              <Link href={addressOf(path, { ...parameters, cursor: page.nextCursor })}>{t('Older')}</Link>
            </Button>
          )}
        </nav>
      )}
    </>
  )
}

/** A row: what it is, what more there is to know, and what can be done. */
export function Row({
  lead,
  title,
  sub,
  tag,
  action,
  below,
}: {
  lead?: ReactNode
  title: string
  sub: ReactNode
  tag?: ReactNode
  action?: ReactNode
  below?: ReactNode
}) {
  return (
    <li className="border-t py-3 first:border-t-0">
      <div className="flex min-w-0 items-center gap-x-3 max-sm:flex-wrap">
        {lead}
        <div className="min-w-0 flex-1">
          <div className="flex min-w-0 items-center gap-2">
            <span className="truncate font-medium" title={title}>
              {title}
            </span>
            {tag}
          </div>
          <div className="text-sm text-text-3 [overflow-wrap:anywhere] sm:truncate">{sub}</div>
        </div>
        {/* Two of them leave the words no room on a phone. */}
        {action && (
          <div className="flex flex-none items-center gap-1 max-sm:has-[>:nth-child(2)]:basis-full max-sm:has-[>:nth-child(2)]:justify-end">
            {action}
          </div>
        )}
      </div>
      {below}
    </li>
  )
}
