export type Overlay = 'search' | 'share' | 'settings' | 'sync' | 'people' | 'chat' | 'help' | 'numbers'

export type Shown = {
  /** The one dialog that is open. */
  overlay: Overlay | null
  /** On phones: the queue, or what plays. Wider screens show both. */
  view: 'queue' | 'now'
}

export const ONLY_THE_ROOM: Shown = { overlay: null, view: 'queue' }

/** How often one can go back before the room is left. */
export const depthOf = ({ overlay, view }: Shown) => Number(view === 'now') + Number(overlay !== null)

type Step = { go: number } | { push: Shown[] } | { replace: Shown } | null

/** What brings the browser's history from the entry of `here` to one of `wanted`. */
export function stepTo(here: Shown, wanted: Shown): Step {
  const more = depthOf(wanted) - depthOf(here)
  if (more < 0) return { go: more }
  // What plays lies below a dialog, and is what is left when that closes.
  if (more === 2) return { push: [{ ...wanted, overlay: null }, wanted] }
  if (more === 1) return { push: [wanted] }
  return here.overlay === wanted.overlay && here.view === wanted.view ? null : { replace: wanted }
}
