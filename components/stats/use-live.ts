import { useEffect, useState } from 'react'
import { api } from '@/components/api'

const EVERY_MS = 2500

/** The answer of `path`, asked for again while somebody looks at the page. `isStale` while it can't be had. */
export function useLive<T>(path: string, initial: T): { value: T; isStale: boolean } {
  const [initialPath] = useState(path)
  const [state, setState] = useState({ value: initial, isStale: false })
  useEffect(() => {
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      clearTimeout(timer)
      if (document.hidden) return
      const result = await api<T>('GET', path)
      if (isOver) return
      setState((last) => (result.ok ? { value: result.value, isStale: false } : { ...last, isStale: true }))
      timer = setTimeout(ask, EVERY_MS)
    }
    document.addEventListener('visibilitychange', ask)
    // What came with the page is fresh; for another path there is nothing yet.
    timer = setTimeout(ask, initialPath === path ? EVERY_MS : 0)
    return () => {
      isOver = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [path, initialPath])
  return state
}
