import type { TrackDetails } from '@/lib/catalog/track'
import type { UploadView } from '@/lib/media/schema'

/**
 * sending → working → done, and what may come between. `held` waits for its owner, `cut` for the network;
 * `refused` left nothing on the server, `failed` can be processed again there.
 */
export type Phase = 'waiting' | 'sending' | 'held' | 'cut' | 'refused' | 'working' | 'done' | 'failed'

export type UploadRow = {
  key: string
  fileName: string
  phase: Phase
  /** 0–100 of the present phase. */
  progress: number
  secondsLeft: number | null
  /** Why it went wrong, as a sentence. */
  failure: string | null
  uploadId: string | null
  track: TrackDetails | null
}

export type RowChange = { key: string } & Partial<UploadRow>

export const newRow = (key: string, fileName: string): UploadRow => ({
  key,
  fileName,
  phase: 'waiting',
  progress: 0,
  secondsLeft: null,
  failure: null,
  uploadId: null,
  track: null,
})

/** A row of what the server says. Uploads that have not arrived whole are nobody's business any more. */
export function rowOfView(view: UploadView, track: TrackDetails | null): UploadRow {
  return { ...newRow(view.id, view.fileName), ...changeOfView(view), uploadId: view.id, track }
}

export function changeOfView(view: UploadView): Pick<UploadRow, 'phase' | 'progress' | 'failure' | 'secondsLeft'> {
  const phase = view.status === 'done' ? 'done' : view.status === 'failed' ? 'failed' : 'working'
  return { phase, progress: view.progress, failure: view.failure, secondsLeft: null }
}

type Action = { type: 'add'; rows: UploadRow[] } | { type: 'change'; change: RowChange } | { type: 'drop'; key: string }

export function reduceRows(rows: UploadRow[], action: Action): UploadRow[] {
  if (action.type === 'add') return [...action.rows, ...rows]
  if (action.type === 'drop') return rows.filter((row) => row.key !== action.key)
  const { key } = action.change
  return rows.map((row) => (row.key === key ? { ...row, ...action.change } : row))
}
