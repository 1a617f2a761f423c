/** A phone's width, as the stylesheet draws the line: tabs and sheets instead of columns. */
export const isNarrow = () => matchMedia('(max-width: 639.98px)').matches
