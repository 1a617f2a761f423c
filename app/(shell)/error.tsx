'use client'
import { Broken } from '@/components/shell/broken'

type Props = { error: Error & { digest?: string }; retry: () => void }

/** Inside the frame, so that the way to other pages stays. */
export default function ShellError({ error, retry }: Props) {
  return (
    <div className="mx-auto mt-[12vh] max-w-[440px]">
      <Broken digest={error.digest} retry={retry} />
    </div>
  )
}
