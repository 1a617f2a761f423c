import { expect, inject } from 'vitest'
import { HttpBrowser, signedInBrowser } from './http-browser'

const baseUrl = inject('baseUrl')

/** A room of a fresh host of the running product. */
export async function openRoom(body: object = { name: 'Kitchen' }) {
  const { browser: host } = await signedInBrowser(baseUrl)
  const response = await host.ask('POST', '/api/rooms', body)
  expect(response.status).toBe(201)
  return { host, room: await response.json() }
}

/** Somebody without an account who has joined it. */
export async function guestIn(code: string, displayName = 'Jonas') {
  const guest = new HttpBrowser(baseUrl)
  const response = await guest.ask('POST', `/api/rooms/${code}/members`, { displayName })
  expect(response.status).toBe(201)
  const { memberId } = await response.json()
  return { guest, memberId }
}

/** As in "403 banned". */
export async function outcome(answer: Promise<Response>): Promise<string> {
  const response = await answer
  const text = await response.text()
  return `${response.status} ${text ? (JSON.parse(text).error?.code ?? '') : ''}`.trim()
}
