import { boundsText, type JsonSchema, typeText } from '@/lib/openapi/example'

type FieldRow = { name: string; schema: JsonSchema; isRequired: boolean; note?: string }

/** Names with what they hold. What may be left out says so. */
export function Fields({ rows }: { rows: FieldRow[] }) {
  return (
    <dl className="grid rounded-md bg-surface-2 px-3.5 text-sm">
      {rows.map(({ name, schema, isRequired, note }) => (
        <div
          key={name}
          className="grid gap-x-4 gap-y-0.5 border-t py-2 first:border-t-0 sm:grid-cols-[minmax(140px,0.4fr)_1fr]"
        >
          <dt className="mono [overflow-wrap:anywhere]">
            {name}
            {!isRequired && <span className="text-text-3">?</span>}
          </dt>
          <dd className="min-w-0 text-text-2 [overflow-wrap:anywhere]">
            <span className="mono">{typeText(schema)}</span>
            {[note, boundsText(schema), schema.description].filter(Boolean).map((text) => (
              <span key={text} className="text-text-3">
                {' '}
                · {text}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The fields of a schema; of one that may be several, those of each. */
export function SchemaFields({ schema }: { schema: JsonSchema }) {
  const kinds = schema.anyOf ?? schema.oneOf ?? [schema]
  return (
    <div className="grid gap-2">
      {kinds.map((kind, index) => {
        const rows = Object.entries(kind.properties ?? {}).map(([name, property]) => ({
          ...{ name, schema: property },
          isRequired: kind.required?.includes(name) ?? false,
        }))
        return rows.length > 0 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: alternatives have no name, and their order is fixed.
          <Fields key={index} rows={rows} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: alternatives have no name, and their order is fixed.
          <p key={index} className="mono text-sm text-text-2">
            {typeText(kind)}
          </p>
        )
      })}
    </div>
  )
}
