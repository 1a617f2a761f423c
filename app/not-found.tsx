import Link from 'next/link'
import { useText } from '#text'
import { titled } from '@/app/_server/titled'
import { WholePage } from '@/components/shell/whole-page'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { msg } from '@/lib/language/text'

export const generateMetadata = titled(msg('Nothing here'))

export default function NotFound() {
  const t = useText()
  return (
    <WholePage>
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
    </WholePage>
  )
}
