'use client'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { showToast } from '@/components/ui/toaster'
import type { Result } from '@/lib/result'

/** Waits for a deed on the server, says how it went, and reads the page anew. `isBusy` until that has come. */
export function useAct() {
  const router = useRouter()
  const [isSending, setIsSending] = useState(false)
  const [isReading, startReading] = useTransition()
  const act = async (deed: Promise<Result<unknown>>, done: string): Promise<boolean> => {
    setIsSending(true)
    const result = await deed
    setIsSending(false)
    showToast(result.ok ? done : result.refusal.message, { kind: result.ok ? 'good' : 'bad' })
    // Also when it was refused: the row may have changed under us. Without a network the browser would leave the page.
    if (result.ok || result.refusal.code !== 'offline') startReading(() => router.refresh())
    return result.ok
  }
  return { act, isBusy: isSending || isReading }
}
