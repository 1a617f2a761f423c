'use client'
import { RefreshCw } from 'lucide-react'
import { useText } from '#text'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'

/** A page that failed: the music is another process, so it goes on. `digest` finds the error in our log. */
export function Broken({ digest, retry }: { digest?: string; retry: () => void }) {
  const t = useText()
  return (
    <Empty
      heading="h1"
      title={t('Something broke on our side')}
      dots={[{ x: -34, y: 31, is: 'late' }]}
      action={
        <Button variant="line" onClick={retry}>
          <RefreshCw aria-hidden="true" strokeWidth={1.75} />
          {t('Try again')}
        </Button>
      }
    >
      {digest
        ? t('The music is not affected. Try again, and if it stays, send us this number.')
        : t('The music is not affected. Try again.')}
      {digest && <span className="mono mt-2 block text-text-3 text-xs">req {digest}</span>}
    </Empty>
  )
}
