import { Search } from 'lucide-react'
import Link from 'next/link'
import { useText } from '#text'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Field } from '@/components/ui/field'

type Filter = { name: string; chosen: string | undefined; options: readonly { value: string; label: string }[] }

/** Search and one filter of a list: they are the page's address, so they work without a script and can be shared. */
export function FindBar({ path, q, what, filter }: { path: string; q: string; what: string; filter?: Filter }) {
  const t = useText()
  return (
    <div className="mb-4 flex flex-wrap items-center gap-3">
      <form action={path} className="flex min-w-0 flex-1 gap-2 max-sm:basis-full sm:max-w-96">
        {filter?.chosen && <input type="hidden" name={filter.name} value={filter.chosen} />}
        <Field
          label={what}
          isLabelHidden
          name="q"
          type="search"
          defaultValue={q}
          maxLength={100}
          placeholder={what}
          icon={Search}
          className="min-w-0 flex-1"
        />
        <Button type="submit" variant="line" className="h-11">
          {t('Find')}
        </Button>
      </form>
      {filter && (
        <nav
          aria-label={t('Filter')}
          className="-mx-4 scroll-quiet max-w-[calc(100%+32px)] overflow-x-auto px-4 sm:mx-0 sm:px-0"
        >
          <ul className="flex w-max gap-1">
            <FilterLink path={path} q={q} name={filter.name} label={t('All')} isChosen={!filter.chosen} />
            {filter.options.map(({ value, label }) => (
              <FilterLink
                key={value}
                {...{ path, q, value }}
                label={t(label)}
                name={filter.name}
                isChosen={filter.chosen === value}
              />
            ))}
          </ul>
        </nav>
      )}
    </div>
  )
}

type FilterLinkProps = { path: string; q: string; name: string; value?: string; label: string; isChosen: boolean }

function FilterLink({ path, q, name, value, label, isChosen }: FilterLinkProps) {
  return (
    <li>
      <Link
        href={addressOf(path, { q, [name]: value })}
        aria-current={isChosen ? 'true' : undefined}
        className={cn(
          'inline-flex h-9 items-center rounded-full px-3.5 font-medium text-sm text-text-2 hover:text-text-1 pointer-coarse:h-11',
          isChosen && 'bg-surface-2 text-text-1',
        )}
      >
        {label}
      </Link>
    </li>
  )
}

/** An address with those parameters that are set. */
export function addressOf(path: string, parameters: Record<string, string | undefined>): string {
  const set = Object.entries(parameters).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return set.length > 0 ? `${path}?${new URLSearchParams(set)}` : path
}
