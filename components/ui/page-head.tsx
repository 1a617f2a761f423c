import type { ReactNode } from 'react'

/** A page's title, what it is in one line, and what one can do there. */
export function PageHead({ title, lead, children }: { title: ReactNode; lead?: ReactNode; children?: ReactNode }) {
  return (
    <header className="mt-1 mb-6 flex flex-wrap items-end gap-x-4 gap-y-3 sm:mt-2">
      <div className="min-w-0 flex-1 max-sm:basis-full">
        <h1 className="text-balance font-semibold text-[24px] leading-[30px] tracking-[-0.028em] [overflow-wrap:anywhere] sm:text-2xl">
          {title}
        </h1>
        {lead && <p className="mt-1 text-text-2">{lead}</p>}
      </div>
      {children}
    </header>
  )
}
