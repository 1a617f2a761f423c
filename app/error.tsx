'use client'
import { Broken } from '@/components/shell/broken'
import { WholePage } from '@/components/shell/whole-page'

type Props = { error: Error & { digest?: string }; retry: () => void }

export default function PageError({ error, retry }: Props) {
  return (
    <WholePage>
      <Broken digest={error.digest} retry={retry} />
    </WholePage>
  )
}
