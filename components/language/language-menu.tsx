'use client'
import { Languages } from 'lucide-react'
import { useText } from '#text'
import { Button } from '@/components/ui/button'
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from '@/components/ui/menu'
import { LANGUAGES, readLanguage } from '@/lib/language/languages'
import { keepLanguage } from './keep-language'

/** For those without settings: the language of this browser's pages. */
export function LanguageMenu({ className }: { className?: string }) {
  const t = useText()
  const name = LANGUAGES[t.language]
  const choose = (value: string) => {
    keepLanguage(readLanguage(value))
    window.location.reload()
  }
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button variant="ghost" size="sm" className={className} aria-label={t('Language: {name}', { name })}>
          <Languages aria-hidden="true" strokeWidth={1.75} />
          {name}
        </Button>
      </MenuTrigger>
      <MenuContent align="start">
        <MenuRadioGroup value={t.language} onValueChange={choose}>
          {Object.entries(LANGUAGES).map(([language, itsName]) => (
            <MenuRadioItem key={language} value={language} lang={language}>
              {itsName}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  )
}
