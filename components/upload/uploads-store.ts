import type { Text } from '@/lib/language/text'
import { type Sending, sendFile } from './send-file'
import { newRow, type RowChange, reduceRows, type UploadRow } from './upload-rows'

/** More at once only share the same line. */
const AT_ONCE = 2

/** Files go on being sent while their owner looks at other pages: the rows outlive the page that shows them. */
let ownerId: string | null = null
let rows: UploadRow[] = []
const sendings = new Map<string, Sending>()
const listeners = new Set<() => void>()

export const uploadRows = () => rows

export function watchUploads(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Puts what the server has below what was sent from here. Another person begins with nothing of the one before. */
export function openUploads(userId: string, earlier: UploadRow[]) {
  if (userId !== ownerId) forgetAll()
  ownerId = userId
  const fromHere = rows.filter(({ key }) => sendings.has(key))
  const arrived = new Set(fromHere.map(({ uploadId }) => uploadId))
  rows = [...fromHere, ...earlier.filter(({ uploadId }) => !arrived.has(uploadId))]
}

export function addUploads(t: Text, files: File[]) {
  const added = files.map((file) => {
    const key = crypto.getRandomValues(new Uint32Array(2)).join('-')
    sendings.set(
      key,
      sendFile(t, file, (change) => changeUpload({ key, ...change })),
    )
    return newRow(key, file.name)
  })
  show(reduceRows(rows, { type: 'add', rows: added }))
}

export const changeUpload = (change: RowChange) => show(reduceRows(rows, { type: 'change', change }))
export const holdUpload = (key: string) => void sendings.get(key)?.hold()
export const resumeUpload = (key: string) => void sendings.get(key)?.start()

export function dropUpload(key: string) {
  void sendings.get(key)?.cancel()
  sendings.delete(key)
  show(reduceRows(rows, { type: 'drop', key }))
}

function show(next: UploadRow[]) {
  rows = next
  startNext()
  const isUnsent = rows.some(({ phase }) => phase === 'sending' || phase === 'waiting')
  // Only while it is needed: a page that asks is not kept for "back" by browsers.
  if (isUnsent) window.addEventListener('beforeunload', askBeforeLeaving)
  else window.removeEventListener('beforeunload', askBeforeLeaving)
  for (const listener of listeners) listener()
}

/** The first thing that a sending says is that it has begun, which starts the one after it. */
function startNext() {
  const next = rows.findLast(({ phase }) => phase === 'waiting')
  const sending = rows.filter(({ phase }) => phase === 'sending').length
  if (next && sending < AT_ONCE) resumeUpload(next.key)
}

const askBeforeLeaving = (event: BeforeUnloadEvent) => event.preventDefault()

function forgetAll() {
  for (const sending of sendings.values()) void sending.hold()
  sendings.clear()
  rows = []
}
