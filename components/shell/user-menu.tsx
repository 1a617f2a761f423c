'use client'
import { LogOut, Settings2 } from 'lucide-react'
import Link from 'next/link'
import { useText } from '#text'
import { signOut } from '@/components/auth/sign-out'
import { Avatar } from '@/components/ui/avatar'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import { showToast } from '@/components/ui/toaster'
import { navLook } from './nav-look'

export function UserMenu({ person }: { person: { id: string; name: string; avatarUrl: string | null } }) {
  const t = useText()
  const leave = async () => {
    const result = await signOut()
    if (result.ok) window.location.assign('/')
    else
      showToast(result.refusal.message, { kind: 'bad', action: { label: t('Try again'), onClick: () => void leave() } })
  }
  return (
    <Menu>
      <MenuTrigger className={navLook}>
        <Avatar id={person.id} name={person.name} url={person.avatarUrl} size="s" />
        <span className="truncate max-lg:sr-only">{person.name}</span>
        <span className="sr-only">: {t('your account')}</span>
      </MenuTrigger>
      <MenuContent side="top" align="start">
        <MenuItem asChild>
          <Link href="/settings">
            <Settings2 aria-hidden="true" strokeWidth={1.75} />
            {t('Settings and devices')}
          </Link>
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={LogOut} onSelect={() => void leave()}>
          {t('Sign out')}
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}
