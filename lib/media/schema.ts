/** File name endings that may be uploaded, by the kind of content that must then be inside. */
const KINDS_BY_EXTENSION = {
  mp3: ['mp3'],
  wav: ['wav'],
  flac: ['flac'],
  ogg: ['ogg'],
  oga: ['ogg'],
  opus: ['ogg'],
  m4a: ['mov'],
  mp4: ['mov'],
  aac: ['aac', 'mov'],
  aif: ['aiff'],
  aiff: ['aiff'],
  webm: ['matroska'],
  weba: ['matroska'],
  mka: ['matroska'],
} as const satisfies Record<string, AudioKind[]>

/** What the first bytes can tell. The names are ffmpeg's demuxers. */
export type AudioKind = 'mp3' | 'wav' | 'flac' | 'ogg' | 'mov' | 'aac' | 'aiff' | 'matroska'

/** For a file input's `accept`. */
export const ACCEPTED_FILES = Object.keys(KINDS_BY_EXTENSION)
  .map((extension) => `.${extension}`)
  .join(',')

/** Null when the name is none of a sound file. */
export function kindsOfName(fileName: string): readonly AudioKind[] | null {
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(KINDS_BY_EXTENSION, extension)
    ? KINDS_BY_EXTENSION[extension as keyof typeof KINDS_BY_EXTENSION]
    : null
}

// Browsers call Ogg, MP4 and WebM video as often as audio, and give nothing for what they do not know.
const SOUND_TYPE = /^(audio\/[\w.+-]+|video\/(mp4|webm|ogg|quicktime|x-matroska)|application\/(ogg|octet-stream))$/i

export const isSoundType = (mimeType: string | null): boolean => !mimeType || SOUND_TYPE.test(mimeType)

/** After this an upload that stays unfinished is swept away. */
export const UPLOAD_EXPIRES_MS = 24 * 3600_000

/** An upload as its owner sees it. `progress` (0–100) is the worker's; the sending browser knows its own. */
export type UploadView = {
  id: string
  fileName: string
  status: 'pending' | 'stored' | 'processing' | 'done' | 'failed'
  progress: number
  /** Why it failed, as a sentence. */
  failure: string | null
  songId: string | null
  /** Set once the song can be queued. */
  trackId: string | null
  createdAt: string
}
