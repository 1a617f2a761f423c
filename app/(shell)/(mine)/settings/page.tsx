import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { requireUser } from '@/app/_server/viewer'
import { DeviceList } from '@/components/settings/device-list'
import { Profile } from '@/components/settings/profile'
import { SettingsSection } from '@/components/settings/settings-section'
import { PageHead } from '@/components/ui/page-head'
import { ThemeSwitch } from '@/components/ui/theme-switch'
import { devicesOf, profileOf } from '@/lib/auth/queries'
import { identityFromCookies } from '@/lib/auth/viewer'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  const viewer = await requireUser()
  const { device } = await identityFromCookies((await headers()).get('cookie'))
  const [profile, devices] = await Promise.all([profileOf(viewer.userId), device ? devicesOf(device) : []])
  // An account that is gone while its short session still counts.
  if (!profile) redirect('/login')
  return (
    <>
      <PageHead title="Settings" />
      <SettingsSection title="You" lead="Rooms show your name, never your address.">
        <Profile profile={{ ...profile, createdAt: profile.createdAt.toISOString() }} />
      </SettingsSection>
      <SettingsSection title="Look" lead="System follows this device by day and by night.">
        <ThemeSwitch className="w-full max-w-[360px]" />
      </SettingsSection>
      <SettingsSection
        title="Devices"
        lead="Every browser that is signed in as you. One that is ended has to sign in again."
      >
        <DeviceList devices={devices} />
      </SettingsSection>
    </>
  )
}
