const ID = /^[\w-]{11}$/
const HOSTS = /^(www\.|m\.|music\.)?youtube(-nocookie)?\.com$/

export const isVideoId = (text: string) => ID.test(text)

/** The video that an address of YouTube names, however it was shared; null for other texts. */
export function videoIdOf(text: string): string | null {
  const address = read(text.trim()) ?? read(`https://${text.trim()}`)
  if (!address || !/^https?:$/.test(address.protocol)) return null
  const [, first = '', second = ''] = address.pathname.split('/')
  if (/^(www\.)?youtu\.be$/.test(address.hostname)) return idOrNull(first)
  if (!HOSTS.test(address.hostname)) return null
  if (first === 'watch') return idOrNull(address.searchParams.get('v') ?? '')
  return /^(shorts|live|embed|v)$/.test(first) ? idOrNull(second) : null
}

/** Whether somebody has pasted an address where words are expected. */
export const isAddress = (text: string) => videoIdOf(text) !== null || /^(https?:\/\/|www\.)\S+$/i.test(text.trim())

export const videoAddress = (videoId: string) => `https://www.youtube.com/watch?v=${videoId}`

// URL.parse is not in every browser yet.
const read = (text: string) => (URL.canParse(text) ? new URL(text) : null)

const idOrNull = (text: string) => (isVideoId(text) ? text : null)
