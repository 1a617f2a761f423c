import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { CallCard } from '@/components/docs/call-card'
import { CodeBlock } from '@/components/docs/code-block'
import { SchemaFields } from '@/components/docs/fields'
import { Brand } from '@/components/ui/mark'
import { PageHead } from '@/components/ui/page-head'
import { curlOf, readDocument } from '@/lib/openapi/read-document'

export const metadata: Metadata = { title: 'API' }

const link = 'block rounded-sm py-1.5 text-sm text-text-2 hover:text-text-1 pointer-coarse:py-3'
const box = 'hairline rounded-lg bg-surface-1 px-4 sm:rounded-[20px] sm:px-6'

export default async function ApiPage() {
  const { groups, schemas } = readDocument()
  const origin = await ownOrigin()
  return (
    <div
      lang="en"
      className="mx-auto grid max-w-[1280px] gap-x-12 px-4 pb-24 sm:px-6 lg:grid-cols-[200px_minmax(0,1fr)] lg:px-10"
    >
      <aside className="lg:sticky lg:top-0 lg:max-h-dvh lg:self-start lg:overflow-y-auto lg:py-8">
        <Brand className="py-5 lg:py-0" />
        <nav aria-label="On this page" className="max-lg:hidden">
          <ul className="mt-6">
            {groups.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`} className={link}>
                  {title}
                </a>
              </li>
            ))}
            <li>
              <a href="#schemas" className={link}>
                Schemas
              </a>
            </li>
          </ul>
        </nav>
      </aside>
      <main className="min-w-0 lg:pt-8">
        <PageHead
          title="The HTTP interface"
          lead="Everything that the pages do, for programs. JSON in, JSON out; a refusal is { error: { code, message } }."
        >
          <Link href="/api/openapi.json" prefetch={false} className="text-accent text-sm underline underline-offset-3">
            openapi.json
          </Link>
        </PageHead>
        <section aria-labelledby="sign-in" className={`${box} mb-8 grid gap-3 py-5`}>
          <h2 id="sign-in" className="font-semibold text-lg">
            Sign in from a terminal
          </h2>
          <p className="max-w-[640px] text-text-2">
            Cookies say who is asking. These three lines keep them in a file that all the examples below use. Guests
            need none of it: joining a room makes them one.
          </p>
          <CodeBlock label="Sign in" text={signIn(origin)} />
        </section>
        {groups.map(({ id, title, calls }) => (
          <section key={id} aria-labelledby={id} className="mb-8">
            <h2 id={id} className="mb-3 scroll-mt-6 font-semibold text-lg">
              {title}
            </h2>
            <div className={box}>
              {calls.map((call) => (
                <CallCard key={call.id} call={call} curl={curlOf(call, origin)} />
              ))}
            </div>
          </section>
        ))}
        <section aria-labelledby="schemas">
          <h2 id="schemas" className="mb-3 scroll-mt-6 font-semibold text-lg">
            Schemas
          </h2>
          <div className={box}>
            {Object.entries(schemas).map(([name, schema]) => (
              <details key={name} id={`schema-${name}`} className="scroll-mt-6 border-t first:border-t-0">
                <summary className="mono flex min-h-11 cursor-pointer items-center rounded-sm text-sm">{name}</summary>
                <div className="pb-4">
                  <SchemaFields schema={schema} />
                </div>
              </details>
            ))}
          </div>
        </section>
      </main>
    </div>
  )
}

function signIn(origin: string): string {
  return [
    `CSRF=$(curl -s -c cookies.txt '${origin}/api/auth/csrf' | sed 's/.*:"\\(.*\\)".*/\\1/')`,
    `curl -b cookies.txt -c cookies.txt '${origin}/api/auth/callback/credentials' \\\n  --data-urlencode "csrfToken=$CSRF" --data-urlencode 'login=maya' --data-urlencode 'password=…' --data 'json=true'`,
    `curl -b cookies.txt '${origin}/api/me'`,
  ].join('\n')
}

/** As the reader reaches us, so that the examples work as they stand. */
async function ownOrigin(): Promise<string> {
  const sent = await headers()
  const host = sent.get('x-forwarded-host') ?? sent.get('host') ?? 'localhost:3000'
  return `${sent.get('x-forwarded-proto') ?? 'http'}://${host}`
}
