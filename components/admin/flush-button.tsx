'use client'
import { useText } from '#text'
import { call } from '@/components/api'
import { Button } from '@/components/ui/button'
import { useAct } from './use-act'

export function FlushButton({ kind }: { kind: string }) {
  const t = useText()
  const { act, isBusy } = useAct()
  return (
    <Button
      variant="ghost"
      size="sm"
      busy={isBusy}
      aria-label={t('Flush {kind}', { kind })}
      onClick={() =>
        void act(
          call('delete', '/api/admin/caches/{kind}', { params: { kind } }),
          t('{kind} is empty. It fills again as people read.', { kind }),
        )
      }
    >
      {t('Flush')}
    </Button>
  )
}
