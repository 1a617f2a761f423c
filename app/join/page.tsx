import { titled } from '@/app/_server/titled'
import { JoinForm } from '@/components/auth/join-form'
import { msg } from '@/lib/language/text'

export const generateMetadata = titled(msg('Join a room'))

export default function JoinPage() {
  return <JoinForm />
}
