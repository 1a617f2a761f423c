'use client'

import { createContext, type ReactNode, use, useMemo, useState } from 'react'

export type Overlay = 'search' | 'share' | 'settings' | 'sync' | 'people' | 'chat' | 'help' | 'numbers'

type Screen = {
  /** The one dialog that is open. */
  overlay: Overlay | null
  show: (overlay: Overlay | null) => void
  /** On phones: the queue, or what plays. Wider screens show both. */
  view: 'queue' | 'now'
  setView: (view: 'queue' | 'now') => void
  /** The question whether to listen: not asked (yet), open, or answered. */
  gate: 'closed' | 'open' | 'passed'
  setGate: (gate: 'open' | 'passed') => void
}

const ScreenContext = createContext<Screen | null>(null)

export function ScreenProvider({ children }: { children: ReactNode }) {
  const [overlay, show] = useState<Overlay | null>(null)
  const [view, setView] = useState<'queue' | 'now'>('queue')
  const [gate, setGate] = useState<Screen['gate']>('closed')
  const value = useMemo(() => ({ overlay, show, view, setView, gate, setGate }), [overlay, view, gate])
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
