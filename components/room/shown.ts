export type Overlay = 'search' | 'share' | 'settings' | 'sync' | 'people' | 'chat' | 'help' | 'numbers'

export type Shown = {
  /** The one dialog that is open. */
  overlay: Overlay | null
  /** On phones: the queue, or what plays. Wider screens show both. */
  view: 'queue' | 'now'
  /** A question lies over everything else. */
  isAsking: boolean
}

export const ONLY_THE_ROOM: Shown = { overlay: null, view: 'queue', isAsking: false }

/** How often one can go back before the room is left. */
export const depthOf = (shown: Shown) => layersOf(shown).length

/** What is shown with one thing more over the room each time: what plays, a dialog over it, a question over that. */
function layersOf({ overlay, view, isAsking }: Shown): Shown[] {
  const layers: Shown[] = []
  if (view === 'now') layers.push({ ...ONLY_THE_ROOM, view })
  if (overlay) layers.push({ ...ONLY_THE_ROOM, view, overlay })
  if (isAsking) layers.push({ overlay, view, isAsking })
  return layers
}

type Step = { go: number } | { push: Shown[] } | { replace: Shown } | null

/** What brings the browser's history from the entry of `here` to one of `wanted`. */
export function stepTo(here: Shown, wanted: Shown): Step {
  const more = depthOf(wanted) - depthOf(here)
  if (more < 0) return { go: more }
  // What lies below is what is left when the topmost closes.
  if (more > 0) return { push: layersOf(wanted).slice(-more) }
  return isSame(here, wanted) ? null : { replace: wanted }
}

const isSame = (here: Shown, wanted: Shown) =>
  here.overlay === wanted.overlay && here.view === wanted.view && here.isAsking === wanted.isAsking
