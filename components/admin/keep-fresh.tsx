'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Reads the page anew now and then while somebody looks at it. */
export function KeepFresh({ everyMs }: { everyMs: number }) {
  const router = useRouter()
  useEffect(() => {
    const refresh = async () => {
      if (!document.hidden && (await isThere())) router.refresh()
    }
    const timer = setInterval(() => void refresh(), everyMs)
    return () => clearInterval(timer)
  }, [router, everyMs])
  return null
}

// A refresh that reaches nobody would have the browser leave the page, with all that was typed into it.
const isThere = () =>
  fetch('/api/health').then(
    () => true,
    () => false,
  )
