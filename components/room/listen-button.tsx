'use client'

import { Headphones } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { usePlayerControls, usePlayerView } from './player-context'
import { useScreen } from './screen-context'

/** For who looks around without sound, or comes back to a page that may not play by itself. */
export function ListenButton({ className }: { className?: string }) {
  const { status } = usePlayerView()
  const { start } = usePlayerControls()
  const { gate } = useScreen()
  if (status !== 'locked' || gate !== 'passed') return null
  return (
    <Button variant="soft" size="sm" className={className} onClick={start}>
      <Headphones aria-hidden="true" strokeWidth={1.75} />
      Start listening
    </Button>
  )
}
