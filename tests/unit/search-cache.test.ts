import { beforeEach, expect, test, vi } from 'vitest'
import { roomList } from '@/components/room/room-list'
import { searchCache } from '@/components/room/search/search-cache'

const server = { isDown: false, asked: [] as string[] }

beforeEach(() => {
  Object.assign(server, { isDown: false, asked: [] })
  vi.stubGlobal('fetch', async (url: string) => {
    server.asked.push(url)
    const [status, body] = server.isDown
      ? [500, { error: { code: 'internal', message: 'Something broke.' } }]
      : [200, { items: [] }]
    return Response.json(body, { status })
  })
})

test('a search is asked once, however often it is shown, and however it is spelt in upper and lower case', async () => {
  const { ask } = searchCache()
  const answers = ['glass', 'Glass ', 'glass'].map((query) => ask(query, 1))
  expect(new Set(answers).size).toBe(1)
  expect(await answers[0]).toMatchObject({ ok: true })
  expect(server.asked).toHaveLength(1)
})

test('one that failed is shown as failed, and asked again only when somebody wants it again', async () => {
  server.isDown = true
  const { ask, renew } = searchCache()
  for (let shown = 0; shown < 5; shown++) expect(await ask('glass', 1)).toMatchObject({ ok: false })
  expect(server.asked).toHaveLength(1)
  server.isDown = false
  renew('glass')
  expect(await ask('glass', 1)).toMatchObject({ ok: true })
  renew('glass')
  await ask('glass', 1)
  expect(server.asked).toHaveLength(2)
})

test('one that failed while the connection was away is asked again, once, when it is back', async () => {
  server.isDown = true
  const { ask } = searchCache()
  expect(await ask('glass', 1)).toMatchObject({ ok: false })
  server.isDown = false
  const again = ask('glass', 2)
  expect(ask('glass', 2)).toBe(again)
  expect(await again).toMatchObject({ ok: true })
  expect(ask('glass', 3)).toBe(again)
  expect(server.asked).toHaveLength(2)
})

test('so is a list of the room, and one that came is kept', async () => {
  const look = (returns: number) => roomList('K7M2QX', 'history', 'as it was', returns)
  server.isDown = true
  expect(await look(1)).toMatchObject({ ok: false })
  expect(await look(1)).toMatchObject({ ok: false })
  expect(server.asked).toHaveLength(1)
  server.isDown = false
  expect(await look(2)).toMatchObject({ ok: true })
  await look(3)
  expect(server.asked).toHaveLength(2)
})
