'use client'

import { useEffect, useEffectEvent, useRef } from 'react'
import { useScreen } from '@/components/room/screen-context'
import { ConfirmDialog, type Question } from '@/components/ui/confirm-dialog'

/** Asks over whatever is open in the room. Back on a phone means no. */
export function RoomQuestion(question: Question) {
  const { isAsking, setAsking } = useScreen()
  useEffect(() => {
    setAsking(true)
    return () => setAsking(false)
  }, [setAsking])

  const wasAsking = useRef(false)
  const follow = useEffectEvent((isOpen: boolean) => {
    if (wasAsking.current && !isOpen) question.onClose()
    wasAsking.current = isOpen
  })
  useEffect(() => follow(isAsking), [isAsking])
  return <ConfirmDialog {...question} />
}
