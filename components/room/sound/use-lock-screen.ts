'use client'

import { useEffect } from 'react'
import { usePlayerView } from './player-context'

/**
 * Keeps the page among those that play while the screen is locked. Phones give the lock screen's controls, and time in
 * the background, to pages with a media element that plays; Web Audio alone is none. So one plays silence beside it.
 */
export function useLockScreen(): void {
  const isListening = usePlayerView().status !== 'locked'
  useEffect(() => {
    if (!isListening) return
    const url = URL.createObjectURL(silence())
    const element = Object.assign(new Audio(url), { loop: true })
    // Refused outside a gesture, or taken away by a call: tried again when somebody looks.
    const play = () => {
      if (element.paused) element.play().catch(() => {})
    }
    play()
    document.addEventListener('visibilitychange', play)
    return () => {
      document.removeEventListener('visibilitychange', play)
      element.pause()
      element.removeAttribute('src')
      URL.revokeObjectURL(url)
    }
  }, [isListening])
}

const RATE = 8000
// Shorter sounds count as notices and get no controls.
const SECONDS = 10

/** A WAV file of 8 bits, whose zero is 128. */
function silence(): Blob {
  const length = RATE * SECONDS
  const header = new DataView(new ArrayBuffer(44))
  const text = (at: number, letters: string) => {
    for (let i = 0; i < letters.length; i++) header.setUint8(at + i, letters.charCodeAt(i))
  }
  text(0, 'RIFF')
  header.setUint32(4, 36 + length, true)
  text(8, 'WAVEfmt ')
  header.setUint32(16, 16, true)
  header.setUint16(20, 1, true)
  header.setUint16(22, 1, true)
  header.setUint32(24, RATE, true)
  header.setUint32(28, RATE, true)
  header.setUint16(32, 1, true)
  header.setUint16(34, 8, true)
  text(36, 'data')
  header.setUint32(40, length, true)
  return new Blob([header, new Uint8Array(length).fill(128)], { type: 'audio/wav' })
}
