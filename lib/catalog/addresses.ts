export const trackHref = (id: string) => `/track/${id}`

/** Null for names that are nothing but signs: nothing could find them again. */
export function artistHref(artist: string): string | null {
  const name = addressName(artist)
  return name && `/artist/${name}`
}

/** By artist too, since many albums share a title. */
export function albumHref(artist: string, album: string): string | null {
  const [by, title] = [addressName(artist), addressName(album)]
  return by && title && `/album/${by}/${title}`
}

/**
 * A name as part of an address: "Guns N' Roses" is guns-n-roses. Only what the database's search_text() takes for the
 * same is changed, so that it finds the name again; other spellings of it lead to the same page.
 */
function addressName(name: string): string | null {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[.'’]/g, '')
    .replace(/[\s!-/:-@[-`{-~]+/g, '-')
    .replace(/^-|-$/g, '')
  return plain === '' ? null : encodeURIComponent(plain)
}
