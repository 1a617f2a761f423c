import { api } from '@/components/api'
import type { Answer } from './room-socket'

/** The lists that are read when somebody looks at them. */
export type ListName = 'trending' | 'history' | 'bans' | 'stats'

// One promise a list and state of the room: React reads it again and again while it renders.
const read = new Map<string, Promise<Answer<unknown>>>()
const KEPT = 8

/** `stamp` names the state of the room that the list shall show: another one asks the server again. */
export function roomList<T>(code: string, list: ListName, stamp: string): Promise<Answer<T>> {
  const key = `${code} ${list} ${stamp}`
  const known = read.get(key)
  if (known) return known as Promise<Answer<T>>
  const asked: Promise<Answer<T>> = api<T>('GET', `/api/rooms/${code}/${list}?limit=${list === 'history' ? 50 : 20}`)
  read.set(key, asked)
  for (const old of [...read.keys()].slice(0, -KEPT)) read.delete(old)
  return asked
}
