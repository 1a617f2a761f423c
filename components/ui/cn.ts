import { type ClassValue, clsx } from 'clsx'
import { extendTailwindMerge } from 'tailwind-merge'

const merge = extendTailwindMerge({
  extend: {
    classGroups: {
      'font-size': [{ text: ['xs', 'sm', 'base', 'md', 'lg', 'xl', '2xl', '3xl', '4xl', '5xl'] }],
      shadow: [{ shadow: ['1', '2', '3', 'cover'] }, 'hairline', 'hairline-strong'],
    },
  },
})

/** Class names, where a later Tailwind utility wins over an earlier one of its kind. */
export const cn = (...classes: ClassValue[]): string => merge(clsx(classes))
