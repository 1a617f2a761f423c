'use client'
import { Plus } from 'lucide-react'
import { usePathname, useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { call } from '@/components/api'
import { Button, type ButtonProps } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Field, FieldError } from '@/components/ui/field'
import { Switch } from '@/components/ui/switch'

/** The button and what it opens: a name, and who may find the room. */
export function OpenRoom({ isOpen: opensAtOnce = false, ...button }: { isOpen?: boolean } & Omit<ButtonProps, 'ref'>) {
  const [isOpen, setOpen] = useState(opensAtOnce)
  const router = useRouter()
  const path = usePathname()
  const change = (next: boolean) => {
    setOpen(next)
    // `?open` has done its work: a reload must not open the dialog again.
    if (!next && opensAtOnce) router.replace(path, { scroll: false })
  }
  return (
    <Dialog open={isOpen} onOpenChange={change}>
      <DialogTrigger asChild>
        <Button {...button}>
          <Plus aria-hidden="true" strokeWidth={1.75} />
          Open a room
        </Button>
      </DialogTrigger>
      <DialogContent title="Open a room" description="You get six characters to share. Whoever has them is in.">
        <OpenRoomForm />
      </DialogContent>
    </Dialog>
  )
}

function OpenRoomForm() {
  const router = useRouter()
  const [isPublic, setPublic] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<{ name?: string; form?: string }>({})

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isBusy) return
    const name = String(new FormData(event.currentTarget).get('name')).trim()
    if (!name) return setError({ name: 'Give the room a name.' })
    setBusy(true)
    setError({})
    const made = await call('post', '/api/rooms', { body: { name, isPublic } })
    if (made.ok) return router.push(`/r/${made.value.code}`)
    setBusy(false)
    const { fields, message } = made.refusal
    setError(fields?.name ? { name: fields.name } : { form: message })
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <Field
        label="Name"
        name="name"
        maxLength={60}
        placeholder="Friday kitchen"
        autoComplete="off"
        error={error.name}
        onChange={() => setError({})}
      />
      <Switch
        label="Public"
        hint={isPublic ? 'Anyone here can find it and come in.' : 'Only people with the code come in.'}
        checked={isPublic}
        onChange={setPublic}
      />
      <div aria-live="assertive">{error.form && <FieldError className="mt-0">{error.form}</FieldError>}</div>
      <Button type="submit" size="lg" busy={isBusy} className="w-full">
        {isBusy ? 'Opening' : 'Open the room'}
      </Button>
    </form>
  )
}
