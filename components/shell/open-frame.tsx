import Link from 'next/link'
import type { ReactNode } from 'react'
import { useText } from '#text'
import { buttonLook } from '@/components/ui/button-look'
import { Brand } from '@/components/ui/mark'

/** Around a page that anybody may see, for those who are not signed in. */
export function OpenFrame({ path, children }: { path: string; children: ReactNode }) {
  const t = useText()
  return (
    <div className="mx-auto min-h-dvh max-w-[1240px] px-4 pb-24 sm:px-6 lg:px-10">
      <header className="flex h-16 items-center justify-between gap-4 sm:h-20">
        <Brand />
        <Link href={`/login?next=${encodeURIComponent(path)}`} className={buttonLook({ variant: 'line' })}>
          {t('Sign in')}
        </Link>
      </header>
      <main>{children}</main>
    </div>
  )
}
