/** A row of the side: 38 px with words, 40 on the rail, 44 on touch. */
export const navLook =
  'flex h-10 flex-none items-center justify-center gap-3 rounded-[10px] font-medium text-text-2 transition-colors duration-[120ms] hover:bg-surface-1 hover:text-text-1 aria-[current]:bg-surface-2 aria-[current]:text-text-1 lg:h-9.5 lg:justify-start lg:px-2.5 pointer-coarse:h-11'
