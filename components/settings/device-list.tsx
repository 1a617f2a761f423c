'use client'
import { Laptop, LogOut, Smartphone } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { useText } from '#text'
import { call } from '@/components/api'
import { signOut } from '@/components/auth/sign-out'
import { Button } from '@/components/ui/button'
import { Since } from '@/components/ui/since'
import { Tag } from '@/components/ui/tag'
import { showToast } from '@/components/ui/toaster'
import type { BrowserNames } from '@/lib/auth/browser'
import type { Result } from '@/lib/result'
import { deviceName } from './device-name'

/** Dates are ISO. */
export type DeviceRow = BrowserNames & { deviceId: string; lastUsedAt: string; createdAt: string; isThis: boolean }

/** The browsers that are signed in; ending one asks no question, since signing in again undoes it. */
export function DeviceList({ devices }: { devices: DeviceRow[] }) {
  const t = useText()
  const router = useRouter()
  const [busy, setBusy] = useState<string | null>(null)
  const [, startTransition] = useTransition()
  const others = devices.filter((device) => !device.isThis)

  const end = async (key: string, ending: Promise<Result<unknown>>, done: string) => {
    setBusy(key)
    const ended = await ending
    setBusy(null)
    if (!ended.ok) return showToast(ended.refusal.message, { kind: 'bad' })
    showToast(done, { kind: 'good' })
    startTransition(() => router.refresh())
  }
  const leaveHere = async () => {
    setBusy('this')
    const left = await signOut()
    if (left.ok) return window.location.assign('/')
    setBusy(null)
    showToast(left.refusal.message, { kind: 'bad' })
  }

  return (
    <>
      <ul>
        {devices.map((device) => (
          <li key={device.deviceId} className="flex items-center gap-3.5 border-t py-3 first:border-t-0">
            <DeviceIcon system={device.system} />
            <div className="min-w-0 flex-1">
              <div className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
                <span className="truncate">{deviceName(t, device)}</span>
                {device.isThis && <Tag variant="accent">{t('This browser')}</Tag>}
              </div>
              <div className="text-sm text-text-3">
                {t('Last used:')} {device.isThis ? t('Now') : <Since iso={device.lastUsedAt} />}
              </div>
            </div>
            {device.isThis ? (
              <Button variant="line" size="sm" busy={busy === 'this'} onClick={() => void leaveHere()}>
                {t('Sign out')}
              </Button>
            ) : (
              <Button
                variant="line"
                size="sm"
                aria-label={t('End {device}', { device: deviceName(t, device) })}
                busy={busy === device.deviceId}
                onClick={() => {
                  const { deviceId } = device
                  const ending = call('delete', '/api/me/devices/{deviceId}', { params: { deviceId } })
                  void end(deviceId, ending, t('{device} is signed out', { device: deviceName(t, device) }))
                }}
              >
                {t('End')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 && (
        <Button
          variant="line"
          className="mt-3"
          busy={busy === 'others'}
          onClick={() => void end('others', call('delete', '/api/me/devices'), t('Every other browser is signed out'))}
        >
          <LogOut aria-hidden="true" strokeWidth={1.75} />
          {t('End all {count} others', { count: others.length })}
        </Button>
      )}
    </>
  )
}

const PHONES = ['Android', 'iPhone', 'iPad']

function DeviceIcon({ system }: { system: string | null }) {
  const Icon = system && PHONES.includes(system) ? Smartphone : Laptop
  return (
    <span className="grid size-11 flex-none place-items-center rounded-sm bg-surface-2 text-text-2">
      <Icon aria-hidden="true" strokeWidth={1.75} className="size-5" />
    </span>
  )
}
