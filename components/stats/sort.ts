import type { Totals } from '@/lib/stats/schema'

export type SortKey = 'name' | 'lastUpdated' | keyof Totals
export type Sort = { key: SortKey; isDown: boolean }
export type Sortable = Totals & { name: string; lastUpdated: string }

/** The rows in that order; equal ones keep theirs. */
export function sorted<T extends Sortable>(rows: readonly T[], { key, isDown }: Sort): T[] {
  const sign = isDown ? -1 : 1
  return [...rows].sort((a, b) => sign * compare(a[key], b[key]))
}

/** The same column again turns it round. Numbers begin with the most, names with A. */
export function nextSort(sort: Sort, key: SortKey): Sort {
  return sort.key === key ? { key, isDown: !sort.isDown } : { key, isDown: key !== 'name' }
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en')
}
