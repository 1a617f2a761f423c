const KEY = 'earshot:silent-in'

/** The room in which this device takes part without sound, also after a reload. One room: the next party is another. */
export function isSilentIn(code: string): boolean {
  try {
    return localStorage.getItem(KEY) === code
  } catch {
    return false
  }
}

export function keepSilentIn(code: string, isSilent: boolean): void {
  try {
    if (isSilent) localStorage.setItem(KEY, code)
    else if (isSilentIn(code)) localStorage.removeItem(KEY)
  } catch {
    // Private windows refuse: then it holds until the page is closed.
  }
}
