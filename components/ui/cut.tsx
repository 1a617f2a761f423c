import type { ReactNode } from 'react'
import { cn } from './cn'

type CutProps = {
  as?: 'span' | 'div' | 'p' | 'h1' | 'h2'
  className?: string
  /** The whole, where it may be cut. */
  title?: string
  children: ReactNode
}

/** One line of what people wrote. What does not fit is cut at its end, in whichever direction it is read. */
export function Cut({ as: Root = 'span', className, ...props }: CutProps) {
  return <Root dir="auto" className={cn('block truncate text-left', className)} {...props} />
}
