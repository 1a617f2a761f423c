import { redirect } from 'next/navigation'
import { titled } from '@/app/_server/titled'
import { getViewer } from '@/app/_server/viewer'
import { nextPath } from '@/components/auth/next-path'
import { SignInForm } from '@/components/auth/sign-in-form'
import { msg } from '@/lib/language/text'

export const generateMetadata = titled(msg('Sign in'))

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function LoginPage({ searchParams }: Props) {
  const { next, error } = await searchParams
  const path = nextPath(next)
  if ((await getViewer()).kind === 'user') redirect(path)
  return <SignInForm next={path} hasFailed={error !== undefined} />
}
