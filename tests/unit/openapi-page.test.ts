import { expect, test } from 'vitest'
import { exampleOf, typeText } from '@/lib/openapi/example'
import { bodies } from '@/lib/openapi/inputs'
import { operations } from '@/lib/openapi/operations'
import { curlOf, readDocument } from '@/lib/openapi/read-document'

const { groups, schemas } = readDocument()
const calls = groups.flatMap((group) => group.calls)

test('the page for people has every call that the document for programs has, each at an address of its own', () => {
  const described = Object.values(operations).reduce((sum, methods) => sum + Object.keys(methods).length, 0)
  expect(calls).toHaveLength(described)
  expect(new Set(calls.map(({ id }) => id)).size).toBe(described)
  expect(groups.map(({ title }) => title)).not.toContain('More')
})

test('a made-up body is one that its own schema takes', () => {
  const taken = Object.entries(bodies).map(([name, schema]) => {
    const example = exampleOf(schemas[name] ?? {}, schemas)
    return [name, schema.safeParse(example).error?.issues ?? []] as const
  })
  expect(taken.filter(([, issues]) => issues.length > 0)).toEqual([])
})

test('what is said of a type is what it is', () => {
  expect(typeText({ anyOf: [{ type: 'string', format: 'uuid' }, { type: 'null' }] })).toBe('uuid or null')
  expect(typeText({ type: 'array', items: { $ref: '#/components/schemas/Track' } })).toBe('Track[]')
  expect(typeText({ enum: ['play', 'pause'] })).toBe('"play" or "pause"')
})

test('a command line holds what the call needs', () => {
  const add = calls.find(({ id }) => id === 'post-api-rooms-code-streams')
  if (!add) throw new Error('The call is not described.')
  const curl = curlOf(add, 'http://localhost:3000')
  expect(curl).toContain("-X POST 'http://localhost:3000/api/rooms/K7M2QX/streams'")
  expect(curl).toContain('-d \'{"trackId":')
})
