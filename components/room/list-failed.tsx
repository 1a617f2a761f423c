import { useText } from '#text'
import { Empty } from '@/components/ui/empty'

export function ListFailed({ message }: { message: string }) {
  const t = useText()
  return (
    <Empty isPanel={false} title={t('This list did not come')} dots={[{ x: -34, y: 31, is: 'late' }]}>
      {message} {t('The music is not affected.')}
    </Empty>
  )
}
