import { Empty } from '@/components/ui/empty'

export function ListFailed({ message }: { message: string }) {
  return (
    <Empty isPanel={false} heading="h3" title="This list did not come" dots={[{ x: -34, y: 31, is: 'late' }]}>
      {message} The music is not affected.
    </Empty>
  )
}
