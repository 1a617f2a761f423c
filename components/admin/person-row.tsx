'use client'
import { Check, ChevronDown } from 'lucide-react'
import { call } from '@/components/api'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from '@/components/ui/menu'
import { Since } from '@/components/ui/since'
import { Tag } from '@/components/ui/tag'
import type { PersonRow as Person } from '@/lib/admin/schema'
import { Row } from './row-list'
import { useAct } from './use-act'

const ROLES = [
  { value: 'user', label: 'User' },
  { value: 'moderator', label: 'Moderator' },
  { value: 'admin', label: 'Admin' },
] as const

export function PersonRow({ person, isMe }: { person: Person; isMe: boolean }) {
  const counts = [counted(person.rooms, 'open room'), counted(person.songs, 'song')].filter(Boolean).join(', ')
  return (
    <Row
      lead={<Avatar id={person.userId} name={person.displayName} />}
      title={person.displayName}
      tag={isMe ? <Tag variant="accent">You</Tag> : undefined}
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
  const { act, isBusy } = useAct()
  const label = ROLES.find(({ value }) => value === person.role)?.label
  if (isMe) return <span className="flex-none px-3 text-sm text-text-2">{label}</span>
  const change = (value: string) => {
    const role = ROLES.find((one) => one.value === value)?.value
    if (!role || role === person.role) return
    const article = role === 'admin' ? 'an' : 'a'
    const params = { id: person.userId }
    void act(
      call('patch', '/api/admin/people/{id}', { params, body: { role } }),
      `${person.displayName} is ${article} ${role} now`,
    )
  }
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button variant="ghost" size="sm" busy={isBusy} aria-label={`Role of ${person.displayName}: ${label}`}>
          {person.role !== 'user' && <Check aria-hidden="true" strokeWidth={1.75} className="text-accent" />}
          {label}
          <ChevronDown aria-hidden="true" strokeWidth={1.75} />
        </Button>
      </MenuTrigger>
      <MenuContent>
        <MenuRadioGroup value={person.role} onValueChange={change}>
          {ROLES.map((role) => (
            <MenuRadioItem key={role.value} value={role.value}>
              {role.label}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  )
}

const counted = (count: number, word: string) =>
  count > 0 && `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`
