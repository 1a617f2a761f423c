'use client'

import { type FormEvent, useState } from 'react'
import { useText } from '#text'
import { BannedPeople } from '@/components/room/people/banned-people'
import { useActing, useRoomContext } from '@/components/room/room-context'
import { useOverlay } from '@/components/room/screen-context'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, focusDialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Switch } from '@/components/ui/switch'
import { RoomQuestion } from './room-question'
import { RoomRules } from './room-rules'

/** The host's: name, who sees it, who comes in, who adds, the end. Switches act at once. */
export function SettingsDialog() {
  const t = useText()
  const { open, onOpenChange } = useOverlay('settings')
  const { room, members, me } = useRoomContext().room
  const { actions } = useActing()
  const isOwner = members.some((member) => member.isOwner && member.memberId === me.memberId)
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Dialog open={open} onOpenChange={onOpenChange}>
        <DialogContent title={t('Room settings')} onOpenAutoFocus={focusDialog}>
          <NameForm name={room.name} />
          <div className="mt-5 grid grid-cols-1 gap-1">
            <Switch
              label={t('Public')}
              hint={room.isPublic ? t('Anyone here can find it and come in.') : t('Only people with the code come in.')}
              checked={room.isPublic}
              onChange={(isPublic) => actions.updateRoom({ isPublic })}
            />
            <Switch
              label={t('Locked')}
              hint={t('Nobody new comes in, also not with the code.')}
              checked={room.isLocked}
              onChange={(isLocked) => actions.updateRoom({ isLocked })}
            />
            <RoomRules />
            <BannedPeople />
          </div>
          {isOwner && (
            <div className="mt-5 flex items-center gap-4 border-t pt-5">
              <p className="flex-1 text-sm text-text-3">{t('Ends it for everyone. Its songs and numbers are kept.')}</p>
              <Button variant="danger" size="sm" onClick={() => setAsking(true)}>
                {t('Close the room')}
              </Button>
            </div>
          )}
        </DialogContent>
      </Dialog>
      {isAsking && (
        <RoomQuestion
          onClose={() => setAsking(false)}
          title={t('Close {name}?', { name: room.name })}
          description={t('The music stops for everyone, and the code opens nothing any more.')}
          action={t('Close the room')}
          onConfirm={() => actions.closeRoom()}
        />
      )}
    </>
  )
}

function NameForm({ name }: { name: string }) {
  const t = useText()
  const { actions } = useActing()
  const [isBusy, setBusy] = useState(false)
  const [text, setText] = useState(name)
  const [known, setKnown] = useState(name)
  // Somebody renamed it, perhaps oneself: the focus stays where it is.
  if (name !== known) {
    setKnown(name)
    setText(name)
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    await actions.updateRoom({ name: text })
    setBusy(false)
  }
  const isChanged = text.trim() !== name && text.trim() !== ''
  return (
    <form onSubmit={save} className="flex items-end gap-2">
      <Field
        label={t('Name')}
        className="min-w-0 flex-1"
        value={text}
        maxLength={60}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" variant="soft" className="h-11" disabled={!isChanged} busy={isBusy}>
        {t('Save')}
      </Button>
    </form>
  )
}
