import type { Metadata } from 'next'
import Link from 'next/link'
import { WholePage } from '@/components/shell/whole-page'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'

export const metadata: Metadata = { title: 'Nothing here' }

export default function NotFound() {
  return (
    <WholePage>
      <Empty
        heading="h1"
        title="Nothing plays at this address"
        dots={[
          { x: -30, y: 31, is: 'away' },
          { x: 30, y: 31, is: 'away' },
        ]}
        action={
          <>
            <Button asChild>
              <Link href="/">Back to the start</Link>
            </Button>
            <Button asChild variant="line">
              <Link href="/join">Type a code</Link>
            </Button>
          </>
        }
      >
        The link may be old, or a letter of it got lost.
      </Empty>
    </WholePage>
  )
}
