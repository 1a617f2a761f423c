'use client'
import { ListPlus } from 'lucide-react'
import { useState } from 'react'
import { useText } from '#text'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { AddToPlaylistDialog } from './add-to-playlist-dialog'

type Props = {
  track: { id: string; title: string }
  look?: 'icon' | 'button'
  size?: 'sm' | 'md'
  className?: string
}

/** The button that opens the list of my playlists. For a menu of its own, mount AddToPlaylistDialog. */
export function AddToPlaylist({ track, look = 'icon', size = 'md', className }: Props) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const open = () => setOpen(true)
  const icon = <ListPlus aria-hidden="true" strokeWidth={1.75} />
  return (
    <>
      {look === 'icon' ? (
        <IconButton
          label={t('Add {title} to a playlist', { title: track.title })}
          size={size}
          onClick={open}
          className={className}
        >
          {icon}
        </IconButton>
      ) : (
        <Button variant="line" size={size} onClick={open} className={className}>
          {icon}
          {t('Add to playlist')}
        </Button>
      )}
      {isOpen && <AddToPlaylistDialog track={track} onClose={() => setOpen(false)} />}
    </>
  )
}
