import { z } from 'zod'
import { views } from './all-views'
import { bodies, queries } from './inputs'
import { type Operation, type Operations, operations } from './operations'

type Json = Record<string, unknown>

const DESCRIPTION = `One room, one code, every browser in step. Signed-in users are known by next-auth's session cookie,
guests by an httpOnly cookie that joining sets. What the socket at /socket.io says is in the README.`

/** The HTTP interface as OpenAPI 3.1, made from the schemas that parse and describe it. */
export function openApiDocument(): Json {
  return {
    openapi: '3.1.0',
    info: { title: 'Earshot', version: '1', description: DESCRIPTION },
    paths: Object.fromEntries(
      Object.entries<Operations[string]>(operations).map(([path, methods]) => [
        path,
        { ...pathParameters(path), ...mapValues(methods, (operation) => operation && describe(operation)) },
      ]),
    ),
    components: {
      schemas: { ...named(bodies, 'input'), ...named(views, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token' },
        guest: { type: 'apiKey', in: 'cookie', name: 'earshot-guest' },
      },
    },
  }
}

function describe({ does, answers, status = 200, body, bodyType, answerType, query, by, also = {} }: Operation): Json {
  const answer = answers
    ? { content: { 'application/json': { schema: reference(answers) } } }
    : answerType
      ? { content: { [answerType]: {} } }
      : {}
  return {
    summary: does,
    description: `For ${WHO[by]}.`,
    security: security(by),
    ...(query ? { parameters: queryParameters(queries[query]) } : {}),
    ...requestBody(body, bodyType),
    responses: {
      [status]: { description: does, ...answer },
      ...mapValues(also, (description) => ({ description, ...answer })),
      default: { description: 'A refusal', content: { 'application/json': { schema: reference('Error') } } },
    },
  }
}

const WHO: Record<Operation['by'], string> = {
  anyone: 'anyone',
  user: 'a user',
  member: 'a member of the room',
  moderator: 'a moderator of the room',
  host: 'the host of the room',
  'guest or user': 'a guest or user',
  admin: 'an admin',
  staff: 'an admin or moderator of the installation',
}

function requestBody(body: Operation['body'], bodyType = 'application/json'): Json {
  if (body) return { requestBody: { required: true, content: { [bodyType]: { schema: reference(body) } } } }
  return bodyType === 'application/json' ? {} : { requestBody: { required: true, content: { [bodyType]: {} } } }
}

function security(by: Operation['by']): Json[] {
  if (by === 'anyone') return []
  return by === 'user' || by === 'admin' || by === 'staff' ? [{ session: [] }] : [{ session: [] }, { guest: [] }]
}

function pathParameters(path: string): Json {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  if (names.length === 0) return {}
  return { parameters: names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })) }
}

function queryParameters(schema: z.ZodType): Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' })
  return Object.entries(properties).map(([name, property]) => {
    return { name, in: 'query', required: required.includes(name), schema: property }
  })
}

const at = (name: string) => `#/components/schemas/${name}`
const reference = (name: string) => ({ $ref: at(name) })

/** The schemas of a registry refer to each other by name. */
function named(schemas: Record<string, z.ZodType>, io: 'input' | 'output'): Json {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id })
  const made = z.toJSONSchema(registry, { io, uri: at, unrepresentable: 'any' }).schemas
  return mapValues(made, ({ $schema, $id, ...schema }) => schema)
}

function mapValues<T, U>(record: Record<string, T>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
