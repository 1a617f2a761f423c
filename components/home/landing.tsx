import Link from 'next/link'
import type { CSSProperties } from 'react'
import { useText } from '#text'
import { LanguageMenu } from '@/components/language/language-menu'
import { Button } from '@/components/ui/button'
import { Brand } from '@/components/ui/mark'
import { PageColour } from '@/components/ui/page-colour'
import { ThemeButton } from '@/components/ui/theme-switch'
import type { Language } from '@/lib/language/languages'
import { FirstMinute } from './first-minute'
import { Hero } from './hero'
import { RunYourOwn } from './run-your-own'
import { Unison } from './unison'

/** The song on the page lends its colour: the cover's own. */
const COPPER = { h: 32, c: 0.13, h2: 10 }

/** From the headline's start to its full stop, in its own size. */
const HEADLINE_EM: Record<Language, number> = { en: 7.236, de: 6.247 }

/** What somebody sees who is not signed in. `--line-x` is where the headline's full stop stands: the instant. */
export function Landing() {
  const t = useText()
  return (
    <div
      style={{ '--headline': HEADLINE_EM[t.language] } as CSSProperties}
      className="relative isolate min-h-dvh overflow-hidden bg-surface-0 text-text-1 [--edge:20px] [--f:clamp(44px,8.1vw,112px)] [--ink-a:oklch(0.7_0.11_235)] [--ink-b:oklch(0.78_0.12_128)] [--line-x:calc(var(--edge)+var(--headline)*var(--f))] light:[--ink-a:oklch(0.55_0.11_235)] light:[--ink-b:oklch(0.6_0.12_128)] sm:[--edge:max(24px,calc((100%-1240px)/2))]"
    >
      <PageColour {...COPPER} />
      <span
        aria-hidden="true"
        className="absolute top-0 left-(--line-x) -z-20 h-[1000px] w-[min(1100px,150vw)] -translate-x-1/2 bg-[radial-gradient(44%_42%_at_60%_42%,var(--glow-2),transparent),radial-gradient(26%_34%_at_62%_54%,var(--glow-1),transparent)] opacity-50 sm:opacity-75"
      />
      <header className="relative flex h-16 items-center gap-2 px-(--edge) sm:h-20">
        <Brand />
        <span className="flex-1" />
        <Button asChild variant="ghost" className="max-sm:hidden">
          <a href="#own">{t('Run your own')}</a>
        </Button>
        <Button asChild variant="ghost">
          <Link href="/login">{t('Sign in')}</Link>
        </Button>
      </header>
      <main>
        <div className="relative">
          <Hero />
          <Unison />
          <span
            aria-hidden="true"
            className="absolute -top-6 bottom-14 left-(--line-x) -z-10 -ml-px w-0.5 bg-[linear-gradient(transparent,var(--accent)_40%,var(--accent)_90%,transparent)]"
          />
        </div>
        <FirstMinute />
        <RunYourOwn />
      </main>
      <footer className="relative flex flex-wrap items-center gap-x-6 gap-y-3 border-t px-(--edge) py-7 text-sm text-text-3">
        <Brand className="text-[15px] text-text-1 max-sm:basis-full" />
        <span className="flex-1 max-sm:hidden" />
        <a className="pointer-coarse:min-w-11 pointer-coarse:py-3 hover:text-text-1" href="/docs/api">
          API
        </a>
        <a className="pointer-coarse:min-w-11 pointer-coarse:py-3 hover:text-text-1" href="/api/health">
          {t('Status')}
        </a>
        <LanguageMenu className="px-2 text-text-3" />
        <ThemeButton className="px-2 text-text-3" />
      </footer>
    </div>
  )
}
