import type { KeyboardEvent } from 'react'

/** Arrow keys walk from the field through the rows of a list and back; letters typed there go on in the field. */
export function walkRows(event: KeyboardEvent<HTMLElement>) {
  const { key, target, currentTarget } = event
  if (event.metaKey || event.ctrlKey || event.altKey || !(target instanceof HTMLElement)) return
  const field = currentTarget.querySelector<HTMLInputElement>('input[type="search"]')
  const row = target.closest<HTMLElement>('li[aria-posinset]')
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    if (!row && target !== field) return
    const at = Number(row?.getAttribute('aria-posinset') ?? 0) + (key === 'ArrowDown' ? 1 : -1)
    const next = currentTarget.querySelector<HTMLElement>(`li[aria-posinset="${at}"] a`)
    if (next) next.focus()
    else if (at === 0) field?.focus()
    event.preventDefault()
  }
  if (row && key.length === 1 && key !== ' ') field?.focus()
}
