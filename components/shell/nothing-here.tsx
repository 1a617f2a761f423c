import Link from 'next/link'
import { useText } from '#text'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'

/** What stands at an address that leads nowhere. */
export function NothingHere() {
  const t = useText()
  return (
    <Empty
      heading="h1"
      title={t('Nothing plays at this address')}
      dots={[
        { x: -30, y: 31, is: 'away' },
        { x: 30, y: 31, is: 'away' },
      ]}
      action={
        <>
          <Button asChild>
            <Link href="/">{t('Back to the start')}</Link>
          </Button>
          <Button asChild variant="line">
            <Link href="/join">{t('Type a code')}</Link>
          </Button>
        </>
      }
    >
      {t('The link may be old, or a letter of it got lost.')}
    </Empty>
  )
}
