'use client'
import { call } from '@/components/api'
import { Button } from '@/components/ui/button'
import { useAct } from './use-act'

export function FlushButton({ kind }: { kind: string }) {
  const { act, isBusy } = useAct()
  return (
    <Button
      variant="ghost"
      size="sm"
      busy={isBusy}
      aria-label={`Flush ${kind}`}
      onClick={() =>
        void act(
          call('delete', '/api/admin/caches/{kind}', { params: { kind } }),
          `${kind} is empty. It fills again as people read.`,
        )
      }
    >
      Flush
    </Button>
  )
}
