import { useSyncExternalStore } from 'react'

const KEY = 'earshot-recent-searches'
const KEPT = 8
const NONE: string[] = []

/** What this browser has searched for and then used, the last first. */
export function useRecentSearches(): string[] {
  return useSyncExternalStore(watch, read, () => NONE)
}

export function rememberSearch(query: string) {
  const words = query.trim()
  if (words.length > 1) write([words, ...read().filter((other) => other.toLowerCase() !== words.toLowerCase())])
}

export function forgetSearch(query: string) {
  write(read().filter((other) => other !== query))
}

export const forgetAllSearches = () => write([])

const listeners = new Set<() => void>()
// The same list as long as the text is the same: React compares by identity.
let last: { text: string | null; list: string[] } = { text: null, list: NONE }

function watch(listener: () => void) {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

function read(): string[] {
  const text = localStorage.getItem(KEY)
  if (text !== last.text) last = { text, list: parse(text) }
  return last.list
}

function parse(text: string | null): string[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(list) ? list.filter((item) => typeof item === 'string').slice(0, KEPT) : NONE
  } catch {
    return NONE
  }
}

function write(list: string[]) {
  try {
    localStorage.setItem(KEY, JSON.stringify(list.slice(0, KEPT)))
  } catch {
    // A full or forbidden store only means that nothing is remembered.
  }
  for (const listener of listeners) listener()
}
