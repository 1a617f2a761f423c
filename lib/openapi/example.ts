type Schema = {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  default?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: unknown
  pattern?: string
  description?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
}

export type { Schema as JsonSchema }

const FORMATS: Record<string, string> = {
  uuid: '018f6b2e-5b7e-4a55-9d1c-2f8f0c5a1e77',
  'date-time': '2026-11-25T20:00:00.000Z',
  date: '2026-11-25',
  email: 'maya@example.org',
  uri: 'https://example.org/track/1',
}
const DEEPEST = 6

/** A value that the schema takes, made up: for people who want to try. */
export function exampleOf(schema: Schema, schemas: Record<string, Schema>, depth = 0): unknown {
  if (schema.$ref) return exampleOf(schemas[nameOfRef(schema.$ref)] ?? {}, schemas, depth + 1)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.default !== undefined) return schema.default
  const [first] = schema.anyOf ?? schema.oneOf ?? (schema.type ? [] : (schema.allOf ?? []))
  if (first) return exampleOf(first, schemas, depth)
  return exampleOfType(schema, schemas, depth)
}

function exampleOfType(schema: Schema, schemas: Record<string, Schema>, depth: number): unknown {
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'object') return depth > DEEPEST ? {} : exampleObject(schema, schemas, depth)
  if (type === 'array') return depth > DEEPEST || !schema.items ? [] : [exampleOf(schema.items, schemas, depth + 1)]
  if (type === 'string') return exampleText(schema)
  if (type === 'boolean') return true
  return type === 'integer' || type === 'number' ? Math.max(1, schema.minimum ?? 1) : null
}

function exampleObject({ properties = {} }: Schema, schemas: Record<string, Schema>, depth: number) {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [
      name,
      name === 'email' ? FORMATS.email : exampleOf(property, schemas, depth + 1),
    ]),
  )
}

function exampleText({ format, minLength = 0, maxLength = 40 }: Schema): string {
  if (format && FORMATS[format]) return FORMATS[format]
  const text = maxLength === 6 ? 'K7M2QX' : 'text'
  return text.padEnd(minLength, 't').slice(0, maxLength)
}

export const nameOfRef = (reference: string) => reference.slice(reference.lastIndexOf('/') + 1)

/** How a schema is said in a word or two: `uuid`, `Track[]`, `"play" or "pause"`. */
export function typeText(schema: Schema): string {
  if (schema.$ref) return nameOfRef(schema.$ref)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' or ')
  const several = schema.anyOf ?? schema.oneOf
  if (several) return [...new Set(several.map(typeText))].join(' or ')
  if (schema.type === 'array') return `${schema.items ? typeText(schema.items) : 'any'}[]`
  const type = Array.isArray(schema.type) ? schema.type.join(' or ') : (schema.type ?? 'any')
  return schema.format && type === 'string' ? schema.format : type
}

/** Its bounds in words, where it has any worth saying. */
export function boundsText({ minLength, maxLength, minimum, maximum, default: usual }: Schema): string {
  const most = Number.MAX_SAFE_INTEGER
  return [
    minLength && `at least ${minLength} characters`,
    maxLength !== undefined && `at most ${maxLength} characters`,
    minimum !== undefined && minimum > -most && `from ${minimum}`,
    maximum !== undefined && maximum < most && `to ${maximum}`,
    usual !== undefined && `else ${JSON.stringify(usual)}`,
  ]
    .filter(Boolean)
    .join(', ')
}
