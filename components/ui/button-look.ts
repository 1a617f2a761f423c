import { cva } from 'class-variance-authority'

/** A button's classes, also for what looks like one and is none. */
export const buttonLook = cva(
  'inline-flex select-none items-center justify-center whitespace-nowrap font-medium transition-[background-color,color,transform] duration-[120ms] ease-out active:scale-[0.98] disabled:cursor-not-allowed disabled:opacity-45 disabled:active:scale-100 aria-busy:active:scale-100 [&_svg]:flex-none',
  {
    variants: {
      variant: {
        solid: 'bg-solid text-on-solid hover:bg-[color-mix(in_oklab,var(--solid)_90%,var(--surface-0))]',
        soft: 'bg-surface-2 text-text-1 hover:bg-surface-3',
        line: 'text-text-1 hairline-strong hover:bg-surface-2',
        ghost: 'text-text-2 hover:bg-surface-3 hover:text-text-1 aria-pressed:bg-surface-2 aria-pressed:text-text-1',
        danger:
          'bg-danger-solid text-on-danger hover:bg-[color-mix(in_oklab,var(--danger-solid)_90%,var(--surface-0))]',
      },
      size: {
        sm: 'touch-target h-8 gap-1.5 rounded-[10px] px-3 text-sm [&_svg]:size-4',
        md: 'h-10 gap-2 rounded-md px-4 pointer-coarse:h-11 [&_svg]:size-4',
        lg: 'h-13 gap-2 rounded-[14px] px-6 text-md tracking-normal [&_svg]:size-5',
      },
    },
    compoundVariants: [{ variant: 'ghost', size: 'md', class: 'px-3' }],
    defaultVariants: { variant: 'solid', size: 'md' },
  },
)
