import { api } from '@/components/api'
import { keepAnswers } from './kept-answers'
import type { Answer } from './room-socket'

/** The lists that are read when somebody looks at them. */
export type ListName = 'trending' | 'history' | 'bans' | 'stats'

const read = keepAnswers(8)

/**
 * `stamp` names the state of the room that the list shall show: another one asks the server again. So does a connection
 * that is back (`returns`), if the list had failed.
 */
export function roomList<T>(code: string, list: ListName, stamp: string, returns: number): Promise<Answer<T>> {
  const path = `/api/rooms/${code}/${list}?limit=${list === 'history' ? 50 : 20}`
  return read.answerTo(`${code} ${list} ${stamp}`, returns, () => api<T>('GET', path))
}
