import { useCallback, useEffect, useState } from 'react'

type OnEnd = () => Promise<string | null>

/**
 * Asks for more as the end nears: `near` is the number of rows that have come, null while their end is far. A page may
 * be so short that its end is near as well. After a failure, a button asks again, and so does the network once it is back.
 */
export function useNextPage(near: number | null, onEnd: OnEnd | undefined) {
  const [failed, setFailed] = useState<{ onEnd: OnEnd; message: string } | null>(null)
  // Another search has an end of its own.
  const failure = failed && failed.onEnd === onEnd ? failed.message : null
  const ask = useCallback(async () => {
    if (!onEnd) return
    const message = await onEnd()
    setFailed(message === null ? null : { onEnd, message })
  }, [onEnd])
  useEffect(() => {
    if (near !== null) void ask()
  }, [near, ask])
  useEffect(() => {
    if (failure === null) return
    window.addEventListener('online', ask)
    return () => window.removeEventListener('online', ask)
  }, [failure, ask])
  return { failure, ask }
}
