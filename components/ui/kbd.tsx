import type { ReactNode } from 'react'
import { cn } from './cn'

export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      className={cn(
        'mono inline-grid h-5 min-w-5 flex-none place-items-center rounded-xs bg-surface-3 px-[5px] font-medium text-[11px] text-text-2 leading-none pointer-coarse:hidden',
        className,
      )}
    >
      {children}
    </kbd>
  )
}
