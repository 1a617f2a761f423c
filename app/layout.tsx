import type { Metadata, Viewport } from 'next'
import { LanguageProvider } from '@/components/language/provider'
import { readText } from '@/components/language/read-text'
import { msg } from '@/lib/language/text'
import './globals.css'
import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { FocusKeeper } from '@/components/shell/focus-keeper'
import { ServiceWorker } from '@/components/shell/service-worker'
import { readTheme, THEME_COOKIE } from '@/components/ui/theme'
import { Toaster } from '@/components/ui/toaster'
import { TooltipProvider } from '@/components/ui/tooltip'

const DESCRIPTION = msg(
  'Open a room and share six characters. Every phone and laptop plays as one, everybody picks what comes next, and nobody needs an account.',
)

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText()
  return {
    metadataBase: await origin(),
    title: { default: t('Earshot: everyone hears the same instant'), template: '%s · Earshot' },
    description: t(DESCRIPTION),
    applicationName: 'Earshot',
    appleWebApp: { capable: true, title: 'Earshot', statusBarStyle: 'black-translucent' },
    openGraph: {
      type: 'website',
      siteName: 'Earshot',
      title: t('Everyone hears the same instant'),
      description: t(DESCRIPTION),
    },
    twitter: { card: 'summary_large_image' },
    formatDetection: { telephone: false },
  }
}

/** The tokens' surface-0, as browsers want it for their own frame. */
export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  // A phone's keyboard makes the page smaller rather than covering the field that is typed in.
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: dark)', color: '#090d0e' },
    { media: '(prefers-color-scheme: light)', color: '#f2f6f6' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // The theme comes from a cookie, so the first paint has it without a script. Unset, the stylesheet follows the system.
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value)
  const { language } = await readText()
  return (
    <html
      lang={language}
      {...(theme === 'system' ? {} : { 'data-theme': theme })}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      suppressHydrationWarning
    >
      <body>
        <LanguageProvider language={language}>
          <TooltipProvider delayDuration={400}>{children}</TooltipProvider>
          <Toaster />
        </LanguageProvider>
        <FocusKeeper />
        <ServiceWorker />
      </body>
    </html>
  )
}

/** Where people reach us, also behind a proxy: link cards need absolute addresses. */
async function origin(): Promise<URL> {
  const sent = await headers()
  const host = sent.get('x-forwarded-host') ?? sent.get('host') ?? 'localhost:3000'
  const url = `${sent.get('x-forwarded-proto') ?? 'http'}://${host}`
  return URL.canParse(url) ? new URL(url) : new URL('http://localhost:3000')
}
