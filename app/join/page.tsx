import type { Metadata } from 'next'
import { JoinForm } from '@/components/auth/join-form'

export const metadata: Metadata = { title: 'Join a room' }

export default function JoinPage() {
  return <JoinForm />
}
