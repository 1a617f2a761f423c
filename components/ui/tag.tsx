import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from './cn'

const look = cva(
  'inline-flex h-5.5 flex-none items-center gap-[5px] whitespace-nowrap rounded-[6px] px-2 font-medium text-xs [&_svg]:size-3.5',
  {
    variants: {
      variant: {
        plain: 'bg-surface-2 text-text-2',
        accent: 'bg-accent-soft text-accent',
        ok: 'bg-surface-2 text-positive',
        warn: 'text-warning shadow-[inset_0_0_0_1px_currentColor]',
        bad: 'bg-danger-soft text-danger',
      },
    },
    defaultVariants: { variant: 'plain' },
  },
)

export type TagProps = ComponentProps<'span'> & VariantProps<typeof look>

export function Tag({ variant, className, ...props }: TagProps) {
  return <span className={cn(look({ variant }), className)} {...props} />
}
