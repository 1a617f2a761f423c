import { beforeEach, expect, test, vi } from 'vitest'
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
  const answers = ['glass', 'Glass ', 'glass'].map(ask)
  expect(new Set(answers).size).toBe(1)
  expect(await answers[0]).toMatchObject({ ok: true })
  expect(server.asked).toHaveLength(1)
})

test('one that failed is shown as failed, and asked again only when somebody wants it again', async () => {
  server.isDown = true
  const { ask, renew } = searchCache()
  for (let shown = 0; shown < 5; shown++) expect(await ask('glass')).toMatchObject({ ok: false })
  expect(server.asked).toHaveLength(1)
  server.isDown = false
  renew('glass')
  expect(await ask('glass')).toMatchObject({ ok: true })
  renew('glass')
  await ask('glass')
  expect(server.asked).toHaveLength(2)
})
