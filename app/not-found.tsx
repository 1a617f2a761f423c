import { titled } from '@/app/_server/titled'
import { NothingHere } from '@/components/shell/nothing-here'
import { WholePage } from '@/components/shell/whole-page'
import { msg } from '@/lib/language/text'

export const generateMetadata = titled(msg('Nothing here'))

export default function NotFound() {
  return (
    <WholePage>
      <NothingHere />
    </WholePage>
  )
}
