import { titled } from '@/app/_server/titled'
import { getViewer } from '@/app/_server/viewer'
import { NothingHere } from '@/components/shell/nothing-here'
import { WholePage } from '@/components/shell/whole-page'
import { msg } from '@/lib/language/text'

export const generateMetadata = titled(msg('Nothing here'))

/** Inside the frame for those who have one: a page has one mark and one main part. */
export default async function ShellNotFound() {
  const { kind } = await getViewer()
  if (kind !== 'user')
    return (
      <WholePage>
        <NothingHere />
      </WholePage>
    )
  return (
    <div className="mx-auto mt-[12vh] max-w-[440px]">
      <NothingHere />
    </div>
  )
}
