import { type ReactNode, useId } from 'react'

export function Shelf({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="mt-9 sm:mt-12">
      <div className="mb-4 flex items-baseline justify-between gap-3">
        <h2 id={id} className="font-semibold text-lg">
          {title}
        </h2>
        {note && <span className="text-sm text-text-3">{note}</span>}
      </div>
      {children}
    </section>
  )
}

/** Squares in a row of six; on a phone they slide under the thumb. */
export function Tiles({ children }: { children: ReactNode }) {
  return (
    <ul className="-mr-4 flex snap-x gap-3 overflow-x-auto pr-4 pb-1 scroll-quiet sm:mr-0 sm:grid sm:grid-cols-4 sm:gap-5 sm:overflow-visible sm:pr-0 lg:grid-cols-6 sm:max-lg:[&>:nth-child(n+5)]:hidden">
      {children}
    </ul>
  )
}
