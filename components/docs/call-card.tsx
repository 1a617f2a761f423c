import type { JsonSchema } from '@/lib/openapi/example'
import type { DocCall } from '@/lib/openapi/read-document'
import { CodeBlock } from './code-block'
import { Fields } from './fields'

const METHODS: Record<string, string> = { GET: 'text-text-2', DELETE: 'text-danger' }

/** One call: what it does in its head, how it is made below. Open or closed without a script. */
export function CallCard({ call, curl }: { call: DocCall; curl: string }) {
  return (
    <details id={call.id} className="group border-t first:border-t-0 scroll-mt-6">
      <summary className="flex min-h-11 cursor-pointer flex-wrap items-baseline gap-x-3 gap-y-0.5 rounded-sm py-3 [&::-webkit-details-marker]:hidden">
        <span className={`mono w-14 flex-none font-medium text-xs ${METHODS[call.method] ?? 'text-accent'}`}>
          {call.method}
        </span>
        <span className="mono min-w-0 text-sm [overflow-wrap:anywhere]">{call.path}</span>
        <span className="ml-auto text-right text-sm text-text-3 max-sm:w-full max-sm:text-left">{call.does}</span>
      </summary>
      <div className="grid gap-4 pb-5">
        <p className="text-sm text-text-2">{call.who}</p>
        {call.parameters.length > 0 && (
          <Part title="Parameters">
            <Fields
              rows={call.parameters.map(({ name, where, isRequired, schema }) => ({
                ...{ name, schema, isRequired },
                note: where === 'path' ? 'in the path' : 'in the query',
              }))}
            />
          </Part>
        )}
        {call.body && (
          <Part title={`Body, ${call.body.type}`}>
            {call.body.schema ? <Named schema={call.body.schema} /> : <p className="text-sm text-text-2">The bytes.</p>}
          </Part>
        )}
        <Part title={`Answer, ${call.answer.status}`}>
          {call.answer.schema ? (
            <>
              <Named schema={call.answer.schema} />
              <CodeBlock label="An answer" text={JSON.stringify(call.answer.example, null, 2)} className="max-h-72" />
            </>
          ) : (
            <p className="text-sm text-text-2">{call.answer.type ?? 'No content.'}</p>
          )}
        </Part>
        <Part title="Try it">
          <CodeBlock label="Command" text={curl} />
        </Part>
      </div>
    </details>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="grid min-w-0 gap-2">
      <h3 className="font-medium text-sm">{title}</h3>
      {children}
    </div>
  )
}

/** A schema by its name, which leads to its fields. */
function Named({ schema }: { schema: JsonSchema }) {
  const name = schema.$ref?.split('/').at(-1)
  if (!name) return null
  return (
    <a href={`#schema-${name}`} className="mono w-max rounded-sm text-accent text-sm underline underline-offset-3">
      {name}
    </a>
  )
}
