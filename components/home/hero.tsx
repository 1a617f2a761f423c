import Link from 'next/link'
import { useText } from '#text'
import { Button } from '@/components/ui/button'
import { Cover } from '@/components/ui/cover'
import { JoinByCode } from './join-by-code'

const COVER = { coverUrl: '/covers/copper-hours.svg' }

export function Hero() {
  const t = useText()
  return (
    <section className="relative px-(--edge) pt-7 sm:pt-9">
      <h1 className="-ml-[0.05em] font-semibold text-[length:var(--f)] leading-[0.94] tracking-[-0.055em]">
        {t('Everyone hears')}
        <br />
        {t('the same instant')}
        <span aria-hidden="true" className="ml-[0.05em] inline-block size-[0.15em] rounded-full bg-current" />
      </h1>
      <p className="mt-5 mb-6 max-w-[520px] text-pretty text-md text-text-2 leading-[25px] sm:mt-7 sm:mb-8 sm:text-[18px] sm:leading-7 sm:tracking-[-0.01em] max-lg:max-w-[calc(var(--headline)*var(--f)-28px)]">
        {t(
          'Open a room and share six characters. Every phone and laptop plays as one, everybody picks what comes next, and nobody needs an account.',
        )}
      </p>
      <div className="flex flex-wrap items-start gap-4 sm:gap-5">
        <Button asChild size="lg" className="max-sm:w-full">
          <Link href="/register?next=%2F%3Fopen">{t('Open a room')}</Link>
        </Button>
        <span className="text-text-3 max-sm:sr-only sm:leading-13">{t('or join with a code')}</span>
        <JoinByCode />
      </div>
      <figure className="absolute top-12 left-[calc(var(--line-x)+80px)] hidden w-[min(280px,calc(100%-var(--line-x)-80px-var(--edge)))] xl:block">
        <Cover
          track={COVER}
          size={280}
          alt={t('Cover of Copper Hours')}
          className="!h-auto !w-full mb-4 aspect-square rounded-lg shadow-cover"
        />
        <figcaption>
          <b className="font-semibold">Copper Hours</b> <span className="text-text-2">Tin Orchard</span>
          <br />
          <span className="text-text-2">{t('Playing on four devices, nearly five')}</span>
        </figcaption>
      </figure>
    </section>
  )
}
