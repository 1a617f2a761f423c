/** A name out of an address. Pages are given it as it was written there, route handlers as it reads. */
export function nameOf(part: string): string {
  return decoded(part).replaceAll('\0', '').slice(0, 255)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
