'use client'

import { Copy, Ellipsis, Lock, Settings2, UserPlus } from 'lucide-react'
import Link from 'next/link'
import { useText } from '#text'
import { SyncDot, SyncPill } from '@/components/room/sound/sync-pill'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { copyText } from '@/components/ui/copy-text'
import { Cut } from '@/components/ui/cut'
import { IconButton } from '@/components/ui/icon-button'
import { Mark } from '@/components/ui/mark'
import { Tag } from '@/components/ui/tag'
import { useFace, useRoomContext } from './room-context'
import { RoomMenu } from './room-menu'
import { useScreen } from './screen-context'
import { codeText } from './time-text'

/** The room's name, its code, and the way to invite. */
export function RoomHeader() {
  const t = useText()
  const { room, me, listening } = useRoomContext().room
  const { show } = useScreen()
  return (
    <header className="col-span-full flex items-center gap-3 border-b pr-4 pl-5 max-sm:h-16 max-sm:gap-1 max-sm:border-0 max-sm:pt-2 max-sm:pr-2">
      <Link href="/" aria-label={t('Earshot home')} className="flex-none rounded-sm max-sm:hidden">
        <Mark />
      </Link>
      <span aria-hidden="true" className="mx-1 h-5 w-px flex-none bg-line-strong max-sm:hidden" />
      <div className="min-w-0 max-sm:flex-1">
        <Cut as="h1" title={room.name} className="text-md font-semibold tracking-[-0.01em] max-sm:leading-[22px]">
          {room.name}
        </Cut>
        <p className="text-sm/[18px] text-text-3 sm:hidden">
          {t('{count} listening', { count: t.number(listening.length) })}
        </p>
      </div>
      <RoomTag isPublic={room.isPublic} isLocked={room.isLocked} />
      <span className="flex-1 max-sm:hidden" />
      <span className="contents max-sm:hidden">
        <SyncPill />
        <CodeButton code={room.code} />
        <Button size="sm" onClick={() => show('share')}>
          <UserPlus aria-hidden="true" strokeWidth={1.75} />
          {t('Invite')}
        </Button>
      </span>
      <span className="contents sm:hidden">
        <SyncDot />
        <IconButton label={t('Invite')} onClick={() => show('share')}>
          <UserPlus aria-hidden="true" strokeWidth={1.75} />
        </IconButton>
      </span>
      <RoomMenu>
        <IconButton label={t('Room menu')}>
          <Settings2 aria-hidden="true" strokeWidth={1.75} className="max-sm:hidden" />
          <Ellipsis aria-hidden="true" strokeWidth={1.75} className="sm:hidden" />
        </IconButton>
      </RoomMenu>
      <span title={me.displayName} className="max-sm:hidden">
        <Avatar id={me.memberId} name={me.displayName} url={useFace(me.memberId)} />
      </span>
    </header>
  )
}

function RoomTag({ isPublic, isLocked }: { isPublic: boolean; isLocked: boolean }) {
  const t = useText()
  if (isLocked)
    return (
      <Tag variant="warn" className="max-lg:hidden">
        <Lock aria-hidden="true" />
        {t('Locked')}
      </Tag>
    )
  return (
    <Tag className="max-lg:hidden">
      {!isPublic && <Lock aria-hidden="true" />}
      {isPublic ? t('Public') : t('Private')}
    </Tag>
  )
}

function CodeButton({ code }: { code: string }) {
  const t = useText()
  return (
    <button
      type="button"
      aria-label={t('Copy the code {code}', { code: codeText(code) })}
      onClick={() => copyText(t, code, t('The code is copied'))}
      className="inline-flex h-9 flex-none items-center gap-2 rounded-full px-3 text-text-2 transition-colors duration-[120ms] hover:bg-surface-2 hover:text-text-1"
    >
      <span className="font-mono text-base font-medium tracking-[0.1em]">{codeText(code)}</span>
      <Copy aria-hidden="true" className="size-4" strokeWidth={1.75} />
    </button>
  )
}
