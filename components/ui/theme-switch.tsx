'use client'
import { Contrast, Monitor, Moon, Sun } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useText } from '#text'
import { msg } from '@/lib/language/text'
import { Button } from './button'
import { keepCookie } from './keep-cookie'
import { Segmented } from './segmented'
import { readTheme, THEME_COOKIE, type Theme } from './theme'

const OPTIONS = [
  { value: 'system', icon: Monitor, name: msg('System') },
  { value: 'light', icon: Sun, name: msg('Light') },
  { value: 'dark', icon: Moon, name: msg('Dark') },
] as const satisfies { value: Theme; icon: unknown; name: string }[]

/** System, light or dark. The server draws the page with it next time: see the layout. */
export function ThemeSwitch({ className }: { className?: string }) {
  const t = useText()
  const theme = useTheme()
  return (
    <Segmented
      label={t('Theme')}
      value={theme}
      onChange={setTheme}
      className={className}
      options={OPTIONS.map(({ value, icon: Icon, name }) => ({
        value,
        label: (
          <>
            <Icon aria-hidden="true" strokeWidth={1.75} />
            {t(name)}
          </>
        ),
      }))}
    />
  )
}

/** Turns the page over: light if it is dark now, and back. */
export function ThemeButton({ className }: { className?: string }) {
  const t = useText()
  return (
    <Button variant="ghost" size="sm" className={className} onClick={() => setTheme(isDarkNow() ? 'light' : 'dark')}>
      <Contrast aria-hidden="true" strokeWidth={1.75} />
      {t('Theme')}
    </Button>
  )
}

function useTheme(): Theme {
  return useSyncExternalStore(
    watch,
    () => readTheme(document.documentElement.dataset.theme),
    () => 'system',
  )
}

function setTheme(theme: Theme) {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
  keepCookie(THEME_COOKIE, theme === 'system' ? null : theme)
}

function watch(onChange: () => void) {
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}

const isDarkNow = () => getComputedStyle(document.documentElement).colorScheme === 'dark'
