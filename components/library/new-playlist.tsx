'use client'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useText } from '#text'
import { Button, type ButtonProps } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { NewPlaylistForm } from './new-playlist-form'

export function NewPlaylist(button: Omit<ButtonProps, 'ref'>) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button {...button}>
          <Plus aria-hidden="true" strokeWidth={1.75} />
          {t('New playlist')}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={t('New playlist')}
        description={t('Songs to keep together, and to play in any room of yours.')}
      >
        <NewPlaylistForm onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  )
}
