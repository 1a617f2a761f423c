import { headers } from 'next/headers'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { titled } from '@/app/_server/titled'
import { requireUser } from '@/app/_server/viewer'
import { adminPlaces } from '@/components/admin/admin-places'
import { readText } from '@/components/language/read-text'
import { AccountForms } from '@/components/settings/account-forms'
import { DeviceList } from '@/components/settings/device-list'
import { LanguageForm } from '@/components/settings/language-form'
import { NoticesForm } from '@/components/settings/notices-form'
import { Profile } from '@/components/settings/profile'
import { SettingsSection } from '@/components/settings/settings-section'
import { Taste } from '@/components/settings/taste'
import { YourData } from '@/components/settings/your-data'
import { buttonLook } from '@/components/ui/button-look'
import { PageHead } from '@/components/ui/page-head'
import { ThemeSwitch } from '@/components/ui/theme-switch'
import { isStaff } from '@/lib/admin/rights'
import { devicesOf, profileOf } from '@/lib/auth/queries'
import { identityFromCookies } from '@/lib/auth/viewer'
import { preferences } from '@/lib/cache/kinds/preferences'
import { cached } from '@/lib/cache/read'
import { genresHere } from '@/lib/catalog/chosen'
import { msg } from '@/lib/language/text'

export const generateMetadata = titled(msg('Settings'))

export default async function SettingsPage() {
  const t = await readText()
  const viewer = await requireUser()
  const { device } = await identityFromCookies((await headers()).get('cookie'))
  const [profile, devices, chosen, genres] = await Promise.all([
    profileOf(viewer.userId),
    device ? devicesOf(device) : [],
    cached(preferences, viewer.userId),
    genresHere(),
  ])
  // An account that is gone while its short session still counts.
  if (!profile) redirect('/login')
  return (
    <>
      <PageHead title={t('Settings')} />
      <SettingsSection title={t('You')} lead={t('Rooms show your name, never your address.')}>
        <Profile profile={{ ...profile, createdAt: profile.createdAt.toISOString() }} />
      </SettingsSection>
      {isStaff(profile.role) && (
        <SettingsSection title={t('Running Earshot')} lead={t('For admins and moderators only.')}>
          <Link href={adminPlaces(profile.role)[0]?.href ?? '/'} className={buttonLook({ variant: 'line' })}>
            {t('Open the admin pages')}
          </Link>
        </SettingsSection>
      )}
      <SettingsSection title={t('Account')} lead={t('What you sign in with.')}>
        <AccountForms email={profile.email} />
      </SettingsSection>
      <SettingsSection title={t('Taste')} lead={t('Their newest songs have a shelf on your home page.')}>
        <Taste initial={chosen} genres={genres} />
      </SettingsSection>
      <SettingsSection title={t('News in rooms')} lead={t('What concerns you, such as a role, is always said.')}>
        <NoticesForm initial={chosen.notices} />
      </SettingsSection>
      <SettingsSection title={t('Look')} lead={t('System follows this device by day and by night.')}>
        <ThemeSwitch className="w-full max-w-[360px]" />
      </SettingsSection>
      <SettingsSection title={t('Language')} lead={t('Of these pages. What people write stays as it is.')}>
        <LanguageForm initial={chosen.language} className="w-full max-w-[360px]" />
      </SettingsSection>
      <SettingsSection
        title={t('Devices')}
        lead={t('Every browser that is signed in as you. One that is ended has to sign in again.')}
      >
        <DeviceList devices={devices} />
      </SettingsSection>
      <SettingsSection title={t('Your data')} lead={t('All that is stored about you, to take along or to end.')}>
        <YourData />
      </SettingsSection>
    </>
  )
}
