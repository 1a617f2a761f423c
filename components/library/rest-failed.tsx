import { useText } from '#text'
import { Button } from '@/components/ui/button'

/** The last row of a list whose next page did not come. */
export function RestFailed({ message, onRetry }: { message: string; onRetry: () => Promise<void> }) {
  const t = useText()
  return (
    <div role="alert" className="flex min-h-16 flex-wrap items-center gap-3 px-3 text-sm text-text-2">
      {t('The rest of the list did not come.')} {message}
      <Button size="sm" variant="line" onClick={() => void onRetry()}>
        {t('Try again')}
      </Button>
    </div>
  )
}
