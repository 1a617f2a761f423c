'use client'
import { ArrowRight, Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useText } from '#text'
import { Button } from '@/components/ui/button'
import { copy } from '@/components/ui/copy-text'

const COMMAND = 'npm start'

export function RunYourOwn() {
  const t = useText()
  return (
    <section
      id="own"
      className="relative grid scroll-mt-4 items-center gap-8 border-t px-(--edge) py-16 lg:grid-cols-2 lg:gap-16 lg:py-22"
    >
      <div>
        <h2 className="max-w-[640px] text-balance font-semibold text-[30px] leading-[35px] tracking-[-0.036em] sm:text-3xl sm:leading-11">
          {t('Run it at home with one command')}
        </h2>
        <p className="mt-4 mb-6 max-w-[460px] text-md text-text-2 leading-[26px]">
          {t(
            'No cloud, no key, no internet. The database, the demo music and the clock that keeps everyone in step come with it. Open source, and yours.',
          )}
        </p>
        <div className="flex flex-wrap items-center gap-3">
          <CopyCommand />
          <Button asChild variant="ghost">
            <a href="/docs/api">
              {t('Read the API')}
              <ArrowRight aria-hidden="true" strokeWidth={1.75} />
            </a>
          </Button>
        </div>
      </div>
      <div className="hairline overflow-hidden whitespace-nowrap rounded-lg bg-surface-1 p-5 font-mono text-text-2 text-xs leading-7 sm:px-7 sm:py-6 sm:text-base sm:leading-7">
        <span className="text-accent">$</span> <b className="font-medium text-text-1">{COMMAND}</b>
        <br />
        database ready, 8 demo songs rendered
        <br />
        web, realtime and worker are up
        <br />
        <b className="font-medium text-text-1">Earshot is ready at http://localhost:3000</b>
      </div>
    </section>
  )
}

function CopyCommand() {
  const t = useText()
  const [isCopied, setCopied] = useState(false)
  return (
    <Button variant="line" onClick={async () => setCopied(await copy(COMMAND))}>
      {isCopied ? <Check aria-hidden="true" strokeWidth={1.75} /> : <Copy aria-hidden="true" strokeWidth={1.75} />}
      <span aria-live="polite">{isCopied ? t('Copied') : t('Copy the command')}</span>
    </Button>
  )
}
