import { openApiDocument } from './document'
import { exampleOf, type JsonSchema } from './example'

export type DocParameter = { name: string; where: 'path' | 'query'; isRequired: boolean; schema: JsonSchema }
export type DocCall = {
  id: string
  method: string
  path: string
  does: string
  who: string
  parameters: DocParameter[]
  body: { type: string; schema: JsonSchema | null; example: unknown } | null
  answer: { status: string; type: string | null; schema: JsonSchema | null; example: unknown }
}
export type DocGroup = { id: string; title: string; calls: DocCall[] }

const TITLES: Record<string, string> = {
  health: 'Health and figures',
  metrics: 'Health and figures',
  users: 'Accounts',
  auth: 'Accounts',
  me: 'Me',
  rooms: 'Rooms',
  trending: 'What is hot',
  leaderboards: 'What is hot',
  events: 'What I heard',
  search: 'Catalogue',
  tracks: 'Catalogue',
  artists: 'Catalogue',
  albums: 'Catalogue',
  reviews: 'Catalogue',
  uploads: 'Uploads',
  playlists: 'Playlists',
  admin: 'For admins and moderators',
}

type RawContent = Record<string, { schema?: JsonSchema }>
type RawCall = {
  summary: string
  description: string
  parameters?: RawParameter[]
  requestBody?: { content: RawContent }
  responses: Record<string, { content?: RawContent }>
}
type RawParameter = { name: string; in: 'path' | 'query'; required: boolean; schema: JsonSchema }

/** Our own OpenAPI document, as a page shows it: what programs read is what people read. */
export function readDocument(): { groups: DocGroup[]; schemas: Record<string, JsonSchema> } {
  const { paths, components } = openApiDocument() as {
    paths: Record<string, { parameters?: RawParameter[] } & Record<string, RawCall>>
    components: { schemas: Record<string, JsonSchema> }
  }
  const { schemas } = components
  const groups = new Map<string, DocCall[]>()
  for (const [path, { parameters: shared = [], ...methods }] of Object.entries(paths)) {
    const title = TITLES[path.split('/')[2] ?? ''] ?? 'More'
    const calls = groups.get(title) ?? []
    groups.set(title, calls)
    for (const [method, raw] of Object.entries(methods as Record<string, RawCall>))
      calls.push(readCall({ method, path, raw, shared: shared as RawParameter[], schemas }))
  }
  return {
    schemas,
    groups: [...groups].map(([title, calls]) => ({ id: slug(title), title, calls })),
  }
}

type Raw = { method: string; path: string; raw: RawCall; shared: RawParameter[]; schemas: Record<string, JsonSchema> }

function readCall({ method, path, raw, shared, schemas }: Raw): DocCall {
  const [status = '200', answer] = Object.entries(raw.responses)[0] ?? []
  const body = firstOf(raw.requestBody?.content)
  const answered = firstOf(answer?.content)
  return {
    id: slug(`${method} ${path}`),
    method: method.toUpperCase(),
    path,
    does: raw.summary,
    who: raw.description,
    parameters: [...shared, ...(raw.parameters ?? [])].map(({ name, in: where, required: isRequired, schema }) => ({
      ...{ name, where, isRequired, schema },
    })),
    body: body && { ...body, example: body.schema && exampleOf(body.schema, schemas) },
    answer: {
      status,
      type: answered?.type ?? null,
      schema: answered?.schema ?? null,
      example: answered?.schema ? exampleOf(answered.schema, schemas) : null,
    },
  }
}

function firstOf(content: RawContent | undefined): { type: string; schema: JsonSchema | null } | null {
  const [entry] = Object.entries(content ?? {})
  return entry ? { type: entry[0], schema: entry[1].schema ?? null } : null
}

const slug = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** What to type into a terminal to make the call. */
export function curlOf({ method, path, parameters, body }: DocCall, origin: string): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'code' ? 'K7M2QX' : name.toUpperCase()))
  const needed = parameters.filter(({ where, isRequired }) => where === 'query' && isRequired)
  const query = needed.map(({ name }) => `${name}=night`).join('&')
  return [
    `curl -b cookies.txt -c cookies.txt${method === 'GET' ? '' : ` -X ${method}`} '${origin}${filled}${query && `?${query}`}'`,
    ...(body?.type === 'application/json'
      ? ["-H 'content-type: application/json'", `-d '${JSON.stringify(body.example).replaceAll("'", "'\\''")}'`]
      : body?.type === 'application/x-www-form-urlencoded'
        ? Object.entries(body.example as Record<string, unknown>).map(
            ([name, value]) => `--data-urlencode '${name}=${value}'`,
          )
        : body
          ? [`-H 'content-type: ${body.type}'`, "--data-binary '@song.mp3'"]
          : []),
  ].join(' \\\n  ')
}
