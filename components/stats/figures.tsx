import type { CSSProperties } from 'react'

export type Figure = { label: string; value: string; note: string; colour: string }

/** A few numbers side by side, each with what it means. */
export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <ul className="hairline grid grid-cols-2 overflow-hidden rounded-lg bg-surface-1 sm:rounded-[20px] lg:grid-cols-4">
      {figures.map(({ label, value, note, colour }) => (
        <li
          key={label}
          style={{ '--k': colour } as CSSProperties}
          className="flex min-w-0 flex-col border-l p-4 odd:max-lg:border-l-0 max-lg:[&:nth-child(n+3)]:border-t lg:px-6 lg:py-5 lg:first:border-l-0"
        >
          <h2 className="flex items-center gap-2 text-sm text-text-2">
            <i aria-hidden="true" className="size-2 rounded-full bg-(--k)" />
            {label}
          </h2>
          <b className="mt-1 block font-semibold text-[34px] tabular-nums leading-10 tracking-[-0.045em] lg:text-[44px] lg:leading-[52px]">
            {value}
          </b>
          <small className="line-clamp-2 text-sm text-text-3 [overflow-wrap:anywhere]" title={note}>
            {note}
          </small>
        </li>
      ))}
    </ul>
  )
}
