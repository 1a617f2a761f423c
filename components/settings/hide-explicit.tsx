'use client'
import { useState } from 'react'
import { useText } from '#text'
import { call } from '@/components/api'
import { Switch } from '@/components/ui/switch'
import { showToast } from '@/components/ui/toaster'

/** Songs with explicit words are left out where I look for something to hear. */
export function HideExplicit({ initial }: { initial: boolean }) {
  const t = useText()
  const [isHidden, setHidden] = useState(initial)
  const change = async (hidesExplicit: boolean) => {
    setHidden(hidesExplicit)
    const saved = await call('patch', '/api/me/preferences', { body: { hidesExplicit } })
    if (saved.ok) return
    setHidden(!hidesExplicit)
    showToast(saved.refusal.message, { kind: 'bad' })
  }
  return (
    <Switch
      label={t('Hide explicit songs')}
      hint={t('In search, on your home page, and on pages of artists and albums. In a room you hear what it plays.')}
      checked={isHidden}
      onChange={(isOn) => void change(isOn)}
    />
  )
}
