import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openApiDocument } from '@/lib/openapi/document'
import { operations } from '@/lib/openapi/operations'

const FOLDER = 'app/api'
// Their calls are next-auth's own, of which the sign-in is described; the document does not describe itself.
const UNLISTED = ['/api/auth/{nextauth}', '/api/openapi.json']

/** `GET /api/rooms/{code}` for every method that a route handler exports. */
function handlers(): string[] {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('route.ts'))
  return files.flatMap((file) => {
    const url = `/api/${path.dirname(file)}`.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, '{$1}')
    const source = readFileSync(path.join(FOLDER, file), 'utf8')
    const exported = [...source.matchAll(/^export (?:const|async function|function) (\w+)|\bas ([A-Z]+)\b/gm)]
    const methods = exported.map((match) => match[1] ?? match[2] ?? '').filter((name) => /^[A-Z]+$/.test(name))
    return methods.filter((name) => name !== 'OPTIONS').map((name) => `${name} ${url}`)
  })
}

test('every route handler is described, and nothing else', () => {
  const described = Object.entries(operations).flatMap(([url, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${url}`),
  )
  const listed = handlers().filter((call) => !UNLISTED.some((url) => call.endsWith(` ${url}`)))
  expect(listed.sort()).toEqual(described.filter((call) => !call.includes('/api/auth/')).sort())
})

test('every reference leads somewhere, and no schema is empty', () => {
  const text = JSON.stringify(openApiDocument())
  const { schemas } = openApiDocument().components as { schemas: Record<string, object> }
  const names = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name)
  expect(names.length).toBeGreaterThan(50)
  expect(Object.keys(schemas)).toEqual(expect.arrayContaining(names))
  expect(Object.values(schemas).filter((schema) => Object.keys(schema).length === 0)).toEqual([])
})
