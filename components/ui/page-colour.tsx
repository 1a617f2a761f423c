type Colour = { h: number; c: number; h2: number }

/** Lends a song's colour to the whole page while it is mounted: dialogs, menus and toasts follow too. */
export function PageColour({ h, c, h2 }: Colour) {
  // Numbers only, whatever came in: this is a stylesheet.
  return <style>{`:root{--h:${Number(h)};--c:${Number(c)};--h2:${Number(h2)}}`}</style>
}
