'use client'
import { useState } from 'react'
import { useText } from '#text'
import { call } from '@/components/api'
import { Switch } from '@/components/ui/switch'
import { showToast } from '@/components/ui/toaster'
import type { Notices } from '@/lib/preferences/schema'

/** Which news of a room I am told by a toast. */
export function NoticesForm({ initial }: { initial: Notices }) {
  const t = useText()
  const [notices, setNotices] = useState(initial)
  const change = async (name: keyof Notices, isOn: boolean) => {
    setNotices((before) => ({ ...before, [name]: isOn }))
    const saved = await call('patch', '/api/me/preferences', { body: { notices: { [name]: isOn } } })
    if (saved.ok) return
    setNotices((before) => ({ ...before, [name]: !isOn }))
    showToast(saved.refusal.message, { kind: 'bad' })
  }
  return (
    <div className="grid gap-1">
      <Switch
        label={t('Songs')}
        hint={t('Somebody adds a song or takes one out.')}
        checked={notices.songs}
        onChange={(isOn) => void change('songs', isOn)}
      />
      <Switch
        label={t('People')}
        hint={t('Somebody joins or is taken out.')}
        checked={notices.people}
        onChange={(isOn) => void change('people', isOn)}
      />
    </div>
  )
}
