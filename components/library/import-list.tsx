'use client'
import { FileUp } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useText } from '#text'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import type { ImportEvent } from '@/lib/playlists/import-schema'
import { ImportDrop } from './import-drop'
import { ImportResult } from './import-result'
import { ImportRunning } from './import-running'
import { sendList } from './send-list'

type Step = { is: 'asking'; problem?: string } | { is: 'running'; fileName: string; now: ImportEvent | null } | Ended
type Ended = { is: 'ended'; end: Exclude<ImportEvent, { type: 'progress' }> }

/** A playlist from a file: choose it, watch it come in, see what did not. */
export function ImportList() {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const [step, setStep] = useState<Step>({ is: 'asking' })
  const router = useRouter()

  const take = async (file: File) => {
    setStep({ is: 'running', fileName: file.name, now: null })
    const answer = await sendList(t, file, (now) => setStep({ is: 'running', fileName: file.name, now }))
    // Without a network it would have the browser leave the page.
    if (answer.ok || answer.refusal.code !== 'offline') router.refresh()
    setStep(answer.ok ? { is: 'ended', end: answer.value } : { is: 'asking', problem: answer.refusal.message })
  }
  const change = (open: boolean) => {
    setOpen(open)
    if (open && step.is === 'ended') setStep({ is: 'asking' })
  }
  return (
    <Dialog open={isOpen} onOpenChange={change}>
      <DialogTrigger asChild>
        <Button variant="line">
          <FileUp aria-hidden="true" strokeWidth={1.75} />
          {t('Import')}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={t('Import a playlist')}
        description={t('From another service or player: M3U8, JSPF or CSV. Songs that are here come in.')}
        className="sm:max-w-[560px]"
      >
        {step.is === 'asking' && <ImportDrop problem={step.problem} onFile={(file) => void take(file)} />}
        {step.is === 'running' && <ImportRunning fileName={step.fileName} now={step.now} />}
        {step.is === 'ended' && (
          <ImportResult end={step.end} onClose={() => change(false)} again={() => setStep({ is: 'asking' })} />
        )}
      </DialogContent>
    </Dialog>
  )
}
