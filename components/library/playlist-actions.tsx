'use client'
import { CopyPlus, Download, Ellipsis, ImageOff, Link2, Pencil, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useText } from '#text'
import { call } from '@/components/api'
import type { RoomChoice } from '@/components/home/use-add-to-room'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { copyText } from '@/components/ui/copy-text'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import { showToast } from '@/components/ui/toaster'
import { msg } from '@/lib/language/text'
import type { PlaylistView } from '@/lib/playlists/schema'
import { EditPlaylistDialog } from './edit-playlist-dialog'
import { PlayInRoom } from './play-in-room'

type Asked = 'edit' | 'delete' | null

export function PlaylistActions({ playlist, rooms }: { playlist: PlaylistView; rooms: RoomChoice[] }) {
  const t = useText()
  const [asked, setAsked] = useState<Asked>(null)
  const { id, name, isMine, isPublic, hasOwnCover } = playlist
  const router = useRouter()
  const close = () => setAsked(null)

  const remove = async () => {
    const removed = await call('delete', '/api/playlists/{id}', { params: { id } })
    if (!removed.ok) return showToast(removed.refusal.message, { kind: 'bad' })
    showToast(t('{name} is deleted', { name }))
    // "Back" must not lead to what is gone.
    router.replace('/library')
    router.refresh()
  }
  const clearCover = async () => {
    const cleared = await call('delete', '/api/playlists/{id}/cover', { params: { id } })
    if (!cleared.ok) return showToast(cleared.refusal.message, { kind: 'bad' })
    router.refresh()
  }
  const copy = async () => {
    const made = await call('post', '/api/playlists/{id}/copy', { params: { id } })
    if (!made.ok && made.refusal.code === 'not_signed_in')
      return router.push(`/login?next=${encodeURIComponent(`/playlist/${id}`)}`)
    if (!made.ok) return showToast(made.refusal.message, { kind: 'warn' })
    const goThere = () => router.push(`/playlist/${made.value.id}`)
    showToast(t('A copy of {name} is in your library', { name }), {
      kind: 'good',
      action: { label: t('Go there'), onClick: goThere },
    })
  }
  const share = () => copyText(t, window.location.href, t('The link is copied'))
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2">
      <PlayInRoom playlist={playlist} rooms={rooms} />
      {isPublic && (
        <Button variant="line" onClick={() => void share()}>
          <Link2 aria-hidden="true" strokeWidth={1.75} />
          {t('Copy link')}
        </Button>
      )}
      {!isMine && (
        <Button variant="line" onClick={() => void copy()}>
          <CopyPlus aria-hidden="true" strokeWidth={1.75} />
          {t('Save a copy')}
        </Button>
      )}
      {isMine && (
        <Button variant="line" onClick={() => setAsked('edit')}>
          <Pencil aria-hidden="true" strokeWidth={1.75} />
          {t('Edit')}
        </Button>
      )}
      <Menu>
        <MenuTrigger asChild>
          <IconButton label={t('More for this playlist')}>
            <Ellipsis aria-hidden="true" strokeWidth={1.75} />
          </IconButton>
        </MenuTrigger>
        <MenuContent align="start">
          <MenuLabel>{t('Download the list')}</MenuLabel>
          {FORMATS.map(({ format, label }) => (
            <MenuItem key={format} asChild>
              <a href={`/api/playlists/${id}/export?format=${format}`} download>
                <Download aria-hidden="true" strokeWidth={1.75} />
                {t(label)}
              </a>
            </MenuItem>
          ))}
          {isMine && <MenuSeparator />}
          {isMine && hasOwnCover && (
            <MenuItem icon={ImageOff} onSelect={() => void clearCover()}>
              {t('Take the picture off')}
            </MenuItem>
          )}
          {isMine && (
            <MenuItem icon={Trash2} isDanger onSelect={() => setAsked('delete')}>
              {t('Delete the playlist')}
            </MenuItem>
          )}
        </MenuContent>
      </Menu>
      {asked === 'edit' && <EditPlaylistDialog playlist={playlist} onClose={close} />}
      {asked === 'delete' && (
        <ConfirmDialog
          onClose={close}
          title={t('Delete {name}?', { name })}
          description={t('The list goes for good. Its songs stay in the catalogue.')}
          action={t('Delete it')}
          onConfirm={() => void remove()}
        />
      )}
    </div>
  )
}

const FORMATS = [
  { format: 'm3u8', label: msg('M3U8, for players') },
  { format: 'jspf', label: msg('JSPF, for other services') },
  { format: 'csv', label: msg('CSV, for spreadsheets') },
] as const
