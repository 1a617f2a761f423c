import { type ReactNode, useId } from 'react'

export function SettingsSection({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="hairline mt-4 grid gap-x-10 gap-y-4 rounded-lg bg-surface-1 p-4 sm:rounded-[20px] sm:p-6 lg:grid-cols-[240px_minmax(0,1fr)]"
    >
      <div>
        <h2 id={id} className="font-semibold text-md">
          {title}
        </h2>
        {lead && <p className="mt-1 text-balance text-sm text-text-3">{lead}</p>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  )
}
