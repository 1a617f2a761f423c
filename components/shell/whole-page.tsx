import type { ReactNode } from 'react'
import { Brand } from '@/components/ui/mark'

/** One message in the middle of an otherwise empty page. */
export function WholePage({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col px-5 sm:px-10">
      <header className="flex h-16 flex-none items-center sm:h-20">
        <Brand />
      </header>
      <main className="m-auto w-full max-w-[440px] pb-24">{children}</main>
    </div>
  )
}
