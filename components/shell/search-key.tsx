'use client'
import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useEffectEvent } from 'react'

/** `/` and Ctrl+K lead to the search from any page, while nobody types and no dialog is open. */
export function SearchKey() {
  const router = useRouter()
  const path = usePathname()
  const press = useEffectEvent((event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    const isAsked = isPlain ? event.key === '/' : event.key === 'k' && !event.altKey
    if (!isAsked || (isPlain && isTyping(event.target)) || document.querySelector('[role="dialog"]')) return
    event.preventDefault()
    const field = document.querySelector<HTMLElement>('search input[type="search"]')
    if (path === '/search' && field) field.focus()
    else router.push('/search')
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return null
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
