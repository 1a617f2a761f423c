'use client'
import { Button } from '@/components/ui/button'
import { useAct } from './use-act'

export function FlushButton({ kind }: { kind: string }) {
  const { act, isBusy } = useAct()
  const path = `/api/admin/caches/${encodeURIComponent(kind)}`
  return (
    <Button
      variant="ghost"
      size="sm"
      busy={isBusy}
      aria-label={`Flush ${kind}`}
      onClick={() => void act({ method: 'DELETE', path, done: `${kind} is empty. It fills again as people read.` })}
    >
      Flush
    </Button>
  )
}
