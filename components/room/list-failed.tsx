import { useText } from '#text'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'

export function ListFailed({ message, onRetry }: { message: string; onRetry: () => void }) {
  const t = useText()
  return (
    <Empty
      isPanel={false}
      title={t('This list did not come')}
      dots={[{ x: -34, y: 31, is: 'late' }]}
      action={
        <Button variant="line" onClick={onRetry}>
          {t('Try again')}
        </Button>
      }
    >
      {message} {t('The music is not affected.')}
    </Empty>
  )
}
