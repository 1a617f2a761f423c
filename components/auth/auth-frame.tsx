import type { ReactNode } from 'react'
import { LanguageMenu } from '@/components/language/language-menu'
import { cn } from '@/components/ui/cn'
import { Brand } from '@/components/ui/mark'
import { PageColour } from '@/components/ui/page-colour'

/** Half a form, half the line. The colour belongs to what one gets in to. */
export function AuthFrame({
  colour,
  title,
  lead,
  aside,
  isTall,
  children,
}: {
  colour: { h: number; c: number; h2: number }
  title: ReactNode
  lead?: ReactNode
  aside: ReactNode
  /** The picture needs more room on phones. */
  isTall?: boolean
  children: ReactNode
}) {
  return (
    <main className="relative isolate grid min-h-dvh grid-cols-1 grid-rows-[auto_1fr] bg-surface-0 text-text-1 min-[900px]:grid-cols-2 min-[900px]:grid-rows-1">
      <PageColour {...colour} />
      <div className="order-2 flex min-w-0 flex-col px-6 pt-5 pb-10 min-[900px]:order-none min-[900px]:px-[max(24px,8vw)] min-[900px]:pt-7">
        <Brand className="self-start max-[899px]:hidden" />
        <div className="mx-auto mt-2 w-full max-w-[400px] min-[900px]:mx-0 min-[900px]:my-auto">
          <h1 className="mb-2 text-balance hyphens-auto [overflow-wrap:anywhere] font-semibold text-[30px] leading-[35px] tracking-[-0.036em] min-[900px]:text-3xl min-[900px]:leading-11">
            {title}
          </h1>
          {lead && <p className="text-pretty text-md text-text-2">{lead}</p>}
          {children}
        </div>
        <LanguageMenu className="-ml-3 mt-6 self-start text-text-3 max-[899px]:mx-auto" />
      </div>
      <div
        className={cn(
          'relative overflow-hidden min-[900px]:border-l',
          isTall ? 'min-h-[340px]' : 'min-h-[220px]',
          "before:absolute before:inset-0 before:bg-[radial-gradient(60%_50%_at_50%_50%,var(--glow-1),transparent_75%),radial-gradient(40%_30%_at_70%_75%,var(--glow-2),transparent)] before:opacity-80 before:content-['']",
        )}
      >
        <Brand className="absolute top-5 left-6 z-1 min-[900px]:hidden" />
        {aside}
      </div>
    </main>
  )
}
