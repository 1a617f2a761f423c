/** Where the focus is: the control, its row, and what lies around it, from the inside out. */
type Place = {
  layer: Element | null
  control: HTMLElement
  row: Element | null
  list: Element | null
  at: number
  nth: number
  around: Element[]
}

const ROW = 'li, tr, [role="option"], [role="listitem"]'
const CONTROL = 'a[href], button:not(:disabled), [tabindex="0"]'
const REGION = '[tabindex], section, form, main'
/** Where Radix turns the focus back at a layer's ends. */
const GUARD = '[data-radix-focus-guard]'
const LAYER = '[role="dialog"], [role="menu"], [role="alertdialog"]'
/** In a dialog, the menu that opened it, where that was opened: the last place in each. */
const REMEMBERED = 4

/**
 * What goes away does not take the focus with it: the same control of the row that takes its place gets it, else that of
 * the row before, else what lies around. Browsers put it back to the top of the page. After a click it is what lies
 * around: the next key must not press what nobody chose. Answers how to stop.
 */
export function keepFocus(page: Document): () => void {
  let places: Place[] = []
  let isByPointer = false
  const act = ({ type }: Event) => {
    isByPointer = type === 'pointerdown'
  }
  const note = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || target === page.body || target.matches(GUARD)) return
    const layer = target.closest(LAYER)
    places = [...places.filter((place) => place.layer !== layer), placeOf(target, layer)].slice(-REMEMBERED)
  }
  const forget = ({ target, relatedTarget }: FocusEvent) => {
    // Clicked away, rather than taken away.
    if (relatedTarget === null)
      queueMicrotask(() => {
        if (target instanceof Element && target.isConnected && page.activeElement === page.body) places = []
      })
  }
  const look = () => {
    if (page.activeElement !== page.body || places.at(-1)?.control.isConnected !== false) return
    for (let place = places.pop(); place; place = places.pop()) {
      const next = place.control.isConnected ? place.control : nextTo(place, isByPointer)
      if (next) return next.focus({ preventScroll: true })
    }
  }
  const observer = new MutationObserver(look)
  observer.observe(page.body, { childList: true, subtree: true })
  const stop = new AbortController()
  const { signal } = stop
  page.addEventListener('focusin', note, { signal })
  page.addEventListener('focusout', forget, { signal })
  page.addEventListener('pointerdown', act, { signal, capture: true })
  page.addEventListener('keydown', act, { signal, capture: true })
  return () => {
    observer.disconnect()
    stop.abort()
  }
}

function placeOf(control: HTMLElement, layer: Element | null): Place {
  const row = control.closest(ROW)
  const list = row?.parentElement ?? null
  const around: Element[] = []
  for (let at = control.parentElement; at && at !== at.ownerDocument.body; at = at.parentElement) around.push(at)
  return {
    layer,
    control,
    row,
    list,
    at: row ? rowsOf(list).indexOf(row) : -1,
    nth: row ? controlsOf(row).indexOf(control) : -1,
    around,
  }
}

function nextTo({ row, list, at, nth, around }: Place, isByPointer: boolean): HTMLElement | undefined {
  if (isByPointer) return regionOf(around)
  // The row may have stayed, and only the control is gone.
  const rows = list?.isConnected ? rowsOf(list) : []
  const next = row?.isConnected ? row : (rows[at] ?? rows.at(-1))
  const controls = next ? controlsOf(next) : []
  return controls[nth] ?? controls.at(-1) ?? regionOf(around)
}

function regionOf(around: Element[]): HTMLElement | undefined {
  const region = around.find((one) => one.isConnected && one.matches(REGION))
  if (!(region instanceof HTMLElement)) return undefined
  if (!region.hasAttribute('tabindex')) {
    region.tabIndex = -1
    region.style.outline = 'none'
  }
  return region
}

const rowsOf = (list: Element | null) => [...(list?.children ?? [])].filter((child) => child.matches(ROW))
const controlsOf = (row: Element) => [...row.querySelectorAll<HTMLElement>(CONTROL)]
