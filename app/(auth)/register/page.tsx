import { redirect } from 'next/navigation'
import { titled } from '@/app/_server/titled'
import { getViewer } from '@/app/_server/viewer'
import { nextPath } from '@/components/auth/next-path'
import { SignUpForm } from '@/components/auth/sign-up-form'
import { msg } from '@/lib/language/text'

export const generateMetadata = titled(msg('Make an account'))

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function RegisterPage({ searchParams }: Props) {
  const path = nextPath((await searchParams).next)
  if ((await getViewer()).kind === 'user') redirect(path)
  return <SignUpForm next={path} />
}
