'use client'
import './globals.css'
import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import { Broken } from '@/components/shell/broken'
import { WholePage } from '@/components/shell/whole-page'

type Props = { error: Error & { digest?: string }; retry: () => void }

/** When even the layout failed: it has to bring its own page. */
export default function GlobalError({ error, retry }: Props) {
  return (
    <html lang="en" className={`${GeistSans.variable} ${GeistMono.variable}`}>
      <body>
        <title>Something broke · Earshot</title>
        <WholePage>
          <Broken digest={error.digest} retry={retry} />
        </WholePage>
      </body>
    </html>
  )
}
