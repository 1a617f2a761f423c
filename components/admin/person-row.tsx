'use client'
import { Check, ChevronDown } from 'lucide-react'
import { useText } from '#text'
import { call } from '@/components/api'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from '@/components/ui/menu'
import { Since } from '@/components/ui/since'
import { Tag } from '@/components/ui/tag'
import type { PersonRow as Person } from '@/lib/admin/schema'
import { ROLES, roleLabel } from './roles'
import { Row } from './row-list'
import { useAct } from './use-act'

export function PersonRow({ person, isMe }: { person: Person; isMe: boolean }) {
  const t = useText()
  const counts = [
    person.rooms > 0 && t('{count, plural, one {# open room} other {# open rooms}}', { count: person.rooms }),
    person.songs > 0 && t('{count, plural, one {# song} other {# songs}}', { count: person.songs }),
  ]
    .filter(Boolean)
    .join(', ')
  return (
    <Row
      lead={<Avatar id={person.userId} name={person.displayName} />}
      title={person.displayName}
      tag={isMe ? <Tag variant="accent">{t('You')}</Tag> : undefined}
      sub={
        <>
          @{person.username}, {person.email}
          {counts && `, ${counts}`} · <Since iso={person.createdAt} />
        </>
      }
      action={<Role person={person} isMe={isMe} />}
    />
  )
}

function Role({ person, isMe }: { person: Person; isMe: boolean }) {
  const t = useText()
  const { act, isBusy } = useAct()
  const label = t(roleLabel(person.role))
  if (isMe) return <span className="flex-none px-3 text-sm text-text-2">{label}</span>
  const change = (value: string) => {
    const role = ROLES.find((one) => one.value === value)
    if (!role || role.value === person.role) return
    const params = { id: person.userId }
    void act(
      call('patch', '/api/admin/people/{id}', { params, body: { role: role.value } }),
      t(role.done, { name: person.displayName }),
    )
  }
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button
          variant="ghost"
          size="sm"
          busy={isBusy}
          aria-label={t('Role of {name}: {label}', { name: person.displayName, label })}
        >
          {person.role !== 'user' && <Check aria-hidden="true" strokeWidth={1.75} className="text-accent" />}
          {label}
          <ChevronDown aria-hidden="true" strokeWidth={1.75} />
        </Button>
      </MenuTrigger>
      <MenuContent>
        <MenuRadioGroup value={person.role} onValueChange={change}>
          {ROLES.map((role) => (
            <MenuRadioItem key={role.value} value={role.value}>
              {t(role.label)}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  )
}
