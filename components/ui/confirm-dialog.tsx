'use client'

import { useText } from '#text'
import { Button } from './button'
import { Dialog, DialogClose, DialogContent } from './dialog'

export type Question = {
  onClose: () => void
  title: string
  description: string
  action: string
  onConfirm: () => void
}

/** Asks before what cannot be undone. Mount it to ask. */
export function ConfirmDialog({ onClose, title, description, action, onConfirm }: Question) {
  const t = useText()
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogContent title={title} description={description}>
        <div className="flex justify-end gap-2">
          <DialogClose asChild>
            <Button variant="ghost">{t('Leave it')}</Button>
          </DialogClose>
          <DialogClose asChild>
            <Button variant="danger" onClick={onConfirm}>
              {action}
            </Button>
          </DialogClose>
        </div>
      </DialogContent>
    </Dialog>
  )
}
