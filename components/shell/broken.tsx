'use client'
import { RefreshCw } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'

/** A page that failed: the music is another process, so it goes on. `digest` finds the error in our log. */
export function Broken({ digest, retry }: { digest?: string; retry: () => void }) {
  return (
    <Empty
      heading="h1"
      title="Something broke on our side"
      dots={[{ x: -34, y: 31, is: 'late' }]}
      action={
        <Button variant="line" onClick={retry}>
          <RefreshCw aria-hidden="true" strokeWidth={1.75} />
          Try again
        </Button>
      }
    >
      The music is not affected. Try again{digest ? ', and if it stays, send us this number.' : '.'}
      {digest && <span className="mono mt-2 block text-text-3 text-xs">req {digest}</span>}
    </Empty>
  )
}
