'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useText } from '#text'
import { call } from '@/components/api'

/** A code as it is typed, and the way into its room. */
export function useJoinCode() {
  const t = useText()
  const router = useRouter()
  const [code, setCode] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [isLooking, setLooking] = useState(false)

  const join = async (full: string) => {
    setLooking(true)
    setError(null)
    const preview = await call('get', '/api/rooms/{code}/preview', { params: { code: full } })
    if (preview.ok) return router.push(`/r/${full}`)
    setLooking(false)
    const isUnknown = preview.refusal.code === 'room_not_found' || preview.refusal.code === 'invalid_input'
    setError(
      isUnknown
        ? t('No room has the code {code}. Check the last character with the host.', { code: full })
        : preview.refusal.message,
    )
  }
  const change = (next: string) => {
    setCode(next)
    setError(null)
  }
  return { code, setCode: change, error, isLooking, join }
}
