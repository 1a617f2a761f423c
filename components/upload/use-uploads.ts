'use client'
import { useCallback, useEffect, useReducer, useRef } from 'react'
import { useText } from '#text'
import { call } from '@/components/api'
import { showToast } from '@/components/ui/toaster'
import { type Sending, sendFile } from './send-file'
import { changeOfView, newRow, reduceRows, type UploadRow } from './upload-rows'

const POLL_MS = 1000
/** More at once only share the same line. */
const AT_ONCE = 2

/** My uploads: those on their way from here, and what the server makes of them. */
export function useUploads(earlier: UploadRow[]) {
  const t = useText()
  const [rows, dispatch] = useReducer(reduceRows, earlier)
  const sendings = useRef(new Map<string, Sending>())

  const add = (files: File[]) => {
    const added = files.map((file) => {
      const key = crypto.getRandomValues(new Uint32Array(2)).join('-')
      sendings.current.set(
        key,
        sendFile(t, file, (change) => dispatch({ type: 'change', change: { key, ...change } })),
      )
      return newRow(key, file.name)
    })
    dispatch({ type: 'add', rows: added })
  }
  const act = (key: string, verb: 'start' | 'hold') => void sendings.current.get(key)?.[verb]()
  const drop = (key: string) => {
    void sendings.current.get(key)?.cancel()
    sendings.current.delete(key)
    dispatch({ type: 'drop', key })
  }
  const retry = async ({ key, uploadId }: UploadRow) => {
    if (uploadId === null) return
    dispatch({ type: 'change', change: { key, phase: 'working', progress: 0, failure: null } })
    const view = await call('post', '/api/uploads/{id}/retry', { params: { id: uploadId } })
    const change = view.ok ? changeOfView(view.value) : { phase: 'failed' as const, failure: view.refusal.message }
    dispatch({ type: 'change', change: { key, ...change } })
  }
  const mark = async ({ key, uploadId, track }: UploadRow) => {
    if (uploadId === null || !track) return
    const isExplicit = !track.isExplicit
    const marked = await call(isExplicit ? 'put' : 'delete', '/api/uploads/{id}/explicit', { params: { id: uploadId } })
    if (marked.ok) dispatch({ type: 'change', change: { key, track: { ...track, isExplicit } } })
    else showToast(marked.refusal.message, { kind: 'warn' })
  }

  const look = useCallback(async (row: UploadRow) => {
    const change = await whatBecame(row)
    if (change) dispatch({ type: 'change', change: { key: row.key, ...change } })
  }, [])

  useStarter(rows, act)
  useWatch(rows, look)
  const [hold, resume] = [(key: string) => act(key, 'hold'), (key: string) => act(key, 'start')]
  return { rows, add, drop, retry, mark, hold, resume }
}

async function whatBecame({ uploadId }: UploadRow): Promise<Partial<UploadRow> | null> {
  if (uploadId === null) return null
  const view = await call('get', '/api/uploads/{id}', { params: { id: uploadId } })
  // Nobody there for a moment: the next look may find somebody.
  if (!view.ok) return view.refusal.code === 'not_found' ? { phase: 'refused', failure: view.refusal.message } : null
  if (!view.value.trackId) return changeOfView(view.value)
  const track = await call('get', '/api/tracks/{id}', { params: { id: view.value.trackId } })
  if (!track.ok && track.refusal.code !== 'not_found') return null
  return { ...changeOfView(view.value), track: track.ok ? track.value : null }
}

/** Keeps a few on their way until none waits. */
function useStarter(rows: UploadRow[], act: (key: string, verb: 'start') => void) {
  const started = useRef(new Set<string>())
  const sending = rows.filter((row) => row.phase === 'sending').length
  const waiting = rows.filter((row) => row.phase === 'waiting' && !started.current.has(row.key))
  useEffect(() => {
    for (const { key } of waiting.reverse().slice(0, Math.max(0, AT_ONCE - sending))) {
      started.current.add(key)
      act(key, 'start')
    }
  })
}

/** Asks how the server gets on while it is at work. */
function useWatch(rows: UploadRow[], look: (row: UploadRow) => Promise<void>) {
  const latest = useRef(rows)
  latest.current = rows
  const isWorking = rows.some((row) => row.phase === 'working' && row.uploadId)
  useEffect(() => {
    if (!isWorking) return
    let timer: ReturnType<typeof setTimeout>
    const round = async () => {
      await Promise.all(latest.current.filter((row) => row.phase === 'working' && row.uploadId).map(look))
      timer = setTimeout(round, POLL_MS)
    }
    void round()
    return () => clearTimeout(timer)
  }, [isWorking, look])
}
