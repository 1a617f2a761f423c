'use client'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useText } from '#text'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'

/** False leaves the dialog open. */
type OnGiven = (reason: string) => Promise<boolean>

/** Asks why before something is done that others will feel. */
export function ReasonDialog({
  trigger,
  title,
  description,
  verb,
  onGiven,
}: {
  trigger: ReactNode
  title: string
  description: string
  verb: string
  onGiven: OnGiven
}) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>{trigger}</DialogTrigger>
      <DialogContent title={title} description={description}>
        <ReasonForm verb={verb} onGiven={onGiven} onDone={() => setIsOpen(false)} />
      </DialogContent>
    </Dialog>
  )
}

/** Within the dialog, so that what went wrong is gone with it. */
function ReasonForm({ verb, onGiven, onDone }: { verb: string; onGiven: OnGiven; onDone: () => void }) {
  const t = useText()
  const [error, setError] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get('reason')).trim()
    if (reason.length < 3) return setError(t('Say why, in a few words.'))
    setIsBusy(true)
    const isDone = await onGiven(reason)
    setIsBusy(false)
    if (isDone) onDone()
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <Field
        label={t('Reason')}
        name="reason"
        maxLength={200}
        autoComplete="off"
        error={error}
        onChange={() => setError(null)}
        hint={t('It stands in the audit log.')}
      />
      <div className="flex justify-end gap-2">
        <DialogClose asChild>
          <Button variant="ghost">{t('Cancel')}</Button>
        </DialogClose>
        <Button type="submit" variant="danger" busy={isBusy}>
          {verb}
        </Button>
      </div>
    </form>
  )
}
