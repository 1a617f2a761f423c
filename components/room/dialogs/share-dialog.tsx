'use client'

import { Copy, Link as LinkIcon, Lock, Monitor, SendHorizontal, X } from 'lucide-react'
import { useText } from '#text'
import { Sentence } from '@/components/language/sentence'
import { useActing, useRoomContext } from '@/components/room/room-context'
import { useOverlay } from '@/components/room/screen-context'
import { Button } from '@/components/ui/button'
import { copyText } from '@/components/ui/copy-text'
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog'
import { IconButton } from '@/components/ui/icon-button'
import type { Text } from '@/lib/language/text'
import { QrCode } from './qr-code'

/** Invite people: the square for cameras, the code for typing, the link for sending. */
export function ShareDialog({ origin }: { origin: string | null }) {
  const t = useText()
  const { open, onOpenChange } = useOverlay('share')
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={t('Bring people into earshot')} isBare className="p-0 max-sm:pt-2 sm:max-w-[720px]">
        {open && <Share origin={origin ?? window.location.origin} />}
      </DialogContent>
    </Dialog>
  )
}

function Share({ origin }: { origin: string }) {
  const t = useText()
  const { room } = useRoomContext().room
  const link = `${origin}/r/${room.code}`
  return (
    <div className="grid grid-cols-[296px_minmax(0,1fr)] max-sm:grid-cols-1">
      <div className="grid content-center bg-white p-7 text-[#10151a] max-sm:mx-5 max-sm:rounded-lg max-sm:px-14">
        {/* In sight also where the rest has to be scrolled: on a phone on its side. */}
        <div className="sm:sticky sm:inset-y-7">
          <QrCode text={link} />
        </div>
      </div>
      <div className="flex min-w-0 flex-col gap-5 p-7 max-sm:gap-4 max-sm:px-5 max-sm:py-6">
        <div className="flex items-center gap-3">
          <span aria-hidden="true" className="flex-1 text-lg font-semibold">
            {t('Bring people into earshot')}
          </span>
          <DialogClose asChild>
            <IconButton label={t('Close')} size="sm">
              <X aria-hidden="true" strokeWidth={1.75} />
            </IconButton>
          </DialogClose>
        </div>
        <p className="text-text-2">
          {t('Point a camera at the square, or type the code at {host}. No account, just a name.', {
            host: new URL(origin).host,
          })}
        </p>
        <p className="font-mono text-[44px]/[48px] font-medium tracking-[0.06em] whitespace-nowrap max-sm:text-center max-sm:text-3xl">
          <span className="sr-only">{t('Code {code}', { code: room.code.split('').join(' ') })}</span>
          <span aria-hidden="true">
            {room.code.slice(0, 3)}
            <span className="inline-block w-3.5" />
            {room.code.slice(3)}
          </span>
        </p>
        <div className="hairline flex h-11 items-center gap-2.5 rounded-md bg-surface-2 px-3.5 text-text-3">
          <LinkIcon aria-hidden="true" className="size-5 flex-none" strokeWidth={1.75} />
          <span className="truncate text-text-1 select-all">{link.replace(/^https?:\/\//, '')}</span>
        </div>
        <Buttons link={link} name={room.name} />
        <Television address={`${link}/screen`} />
        <Door />
      </div>
    </div>
  )
}

function Buttons({ link, name }: { link: string; name: string }) {
  const t = useText()
  const send = () =>
    navigator.share({ title: name, text: t('Listen with us in {name}', { name }), url: link }).catch(() => {
      // Closed without choosing: nothing to say.
    })
  return (
    <div className="flex gap-3">
      <Button className="flex-1" onClick={() => copyText(t, link, t('The link is copied'))}>
        <Copy aria-hidden="true" strokeWidth={1.75} />
        {t('Copy link')}
      </Button>
      {'share' in navigator && (
        <Button variant="line" className="flex-1" onClick={send}>
          <SendHorizontal aria-hidden="true" strokeWidth={1.75} />
          {t('Send')}
        </Button>
      )}
    </div>
  )
}

function Television({ address }: { address: string }) {
  return (
    <p className="flex items-center gap-3 text-sm text-text-3">
      <Monitor aria-hidden="true" className="size-4 flex-none" strokeWidth={1.75} />
      <span className="min-w-0">
        <Sentence
          of="On a television open <link></link>"
          with={{
            link: () => (
              <a href={address} target="_blank" rel="noopener" className="link [overflow-wrap:anywhere]">
                {address.replace(/^https?:\/\//, '')}
              </a>
            ),
          }}
        />
      </span>
    </p>
  )
}

function whoComesIn(t: Text, { isLocked, isPublic }: { isLocked: boolean; isPublic: boolean }) {
  if (isLocked) return t('The room is locked: nobody new comes in.')
  return isPublic ? t('Anyone here can find it and come in.') : t('Only people with the code can join.')
}

function Door() {
  const t = useText()
  const { room } = useRoomContext().room
  const { actions, may } = useActing()
  return (
    <p className="flex items-center gap-3 text-sm text-text-3">
      <Lock aria-hidden="true" className="size-4 flex-none" strokeWidth={1.75} />
      <span>
        {whoComesIn(t, room)}{' '}
        {may('room:update') && (
          <button
            type="button"
            className="link rounded-xs"
            onClick={() => actions.updateRoom({ isLocked: !room.isLocked })}
          >
            {room.isLocked ? t('Open it') : t('Lock the room')}
          </button>
        )}
      </span>
    </p>
  )
}
