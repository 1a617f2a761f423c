'use client'
import { Plus } from 'lucide-react'
import { usePathname, useRouter } from 'next/navigation'
import { useState } from 'react'
import { useText } from '#text'
import { call } from '@/components/api'
import { Button, type ButtonProps } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { type Named, NameForm } from '@/components/ui/name-form'
import { msg } from '@/lib/language/text'

/** The button and what it opens: a name, and who may find the room. */
export function OpenRoom({ isOpen: opensAtOnce = false, ...button }: { isOpen?: boolean } & Omit<ButtonProps, 'ref'>) {
  const t = useText()
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
          {t('Open a room')}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={t('Open a room')}
        description={t('You get six characters to share. Whoever has them is in.')}
      >
        <OpenRoomForm isInPlace={opensAtOnce} />
      </DialogContent>
    </Dialog>
  )
}

/** `isInPlace`: the room takes the place of `?open`, to which "back" would open the dialog again. */
function OpenRoomForm({ isInPlace }: { isInPlace: boolean }) {
  const router = useRouter()
  const open = async (named: Named) => {
    const made = await call('post', '/api/rooms', { body: named })
    if (!made.ok) return made.refusal
    const address = `/r/${made.value.code}`
    if (isInPlace) router.replace(address)
    else router.push(address)
    return null
  }
  return <NameForm words={WORDS} maxLength={60} make={open} />
}

const WORDS = {
  placeholder: msg('Friday kitchen'),
  missing: msg('Give the room a name.'),
  hints: { public: msg('Anyone here can find it and come in.'), private: msg('Only people with the code come in.') },
  verb: msg('Open the room'),
  busyVerb: msg('Opening'),
}
