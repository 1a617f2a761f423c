const PREFIX = 'earshot:'

/** A number kept on this device; `fallback` where storage is refused or holds nonsense. */
export function readNumber(name: string, fallback: number, min: number, max: number): number {
  try {
    const stored = localStorage.getItem(PREFIX + name)
    const value = stored === null ? Number.NaN : Number(stored)
    return value >= min && value <= max ? value : fallback
  } catch {
    return fallback
  }
}

export function writeNumber(name: string, value: number): void {
  try {
    localStorage.setItem(PREFIX + name, String(value))
  } catch {
    // Private windows refuse: then it holds until the page is closed.
  }
}
