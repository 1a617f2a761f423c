'use client'

import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import { ONLY_THE_ROOM, type Overlay, type Shown } from './shown'
import { useWayBack } from './use-way-back'

type Screen = Shown & {
  show: (overlay: Overlay | null) => void
  setView: (view: Shown['view']) => void
  setAsking: (isAsking: boolean) => void
  /** The question whether to listen: not asked (yet), open, or answered. */
  gate: 'closed' | 'open' | 'passed'
  setGate: (gate: 'open' | 'passed') => void
}

const ScreenContext = createContext<Screen | null>(null)

export function ScreenProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState(ONLY_THE_ROOM)
  const [gate, setGate] = useState<Screen['gate']>('closed')
  useWayBack(shown, setShown)
  const setAsking = useCallback((isAsking: boolean) => setShown((before) => ({ ...before, isAsking })), [])
  const value = useMemo(() => {
    const show = (overlay: Overlay | null) => setShown((before) => ({ ...before, overlay }))
    const setView = (view: Shown['view']) => setShown((before) => ({ ...before, view }))
    return { ...shown, show, setView, setAsking, gate, setGate }
  }, [shown, setAsking, gate])
  return <ScreenContext value={value}>{children}</ScreenContext>
}

export function useScreen(): Screen {
  const screen = use(ScreenContext)
  if (!screen) throw new Error('useScreen belongs inside a ScreenProvider')
  return screen
}

/** For a dialog of ours: is it open, and what to do when it opens or closes. */
export function useOverlay(name: Overlay) {
  const { overlay, show } = useScreen()
  return { open: overlay === name, onOpenChange: (isOpen: boolean) => show(isOpen ? name : null) }
}
