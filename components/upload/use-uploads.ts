'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useText } from '#text'
import { call } from '@/components/api'
import { showToast } from '@/components/ui/toaster'
import { changeOfView, type UploadRow } from './upload-rows'
import {
  addUploads,
  changeUpload,
  dropUpload,
  holdUpload,
  openUploads,
  resumeUpload,
  uploadRows,
  watchUploads,
} from './uploads-store'

const POLL_MS = 1000

/** My uploads: those on their way from here, and what the server makes of them. */
export function useUploads(userId: string, earlier: UploadRow[]) {
  const t = useText()
  // Before the first drawing, and never on the server, where people share what a module keeps.
  useState(() => typeof window !== 'undefined' && openUploads(userId, earlier))
  const rows = useSyncExternalStore(watchUploads, uploadRows, () => earlier)
  useWatch(rows)
  const add = (files: File[]) => addUploads(t, files)
  return { rows, add, drop, retry, mark, hold: holdUpload, resume: resumeUpload }
}

async function retry({ key, uploadId }: UploadRow) {
  if (uploadId === null) return
  changeUpload({ key, phase: 'working', progress: 0, failure: null })
  const view = await call('post', '/api/uploads/{id}/retry', { params: { id: uploadId } })
  changeUpload({ key, ...(view.ok ? changeOfView(view.value) : { phase: 'failed', failure: view.refusal.message }) })
}

async function drop({ key, phase, uploadId }: UploadRow) {
  if (phase === 'failed' && uploadId !== null) {
    const dropped = await call('delete', '/api/uploads/{id}', { params: { id: uploadId } })
    if (!dropped.ok && dropped.refusal.code !== 'not_found')
      return void showToast(dropped.refusal.message, { kind: 'warn' })
  }
  dropUpload(key)
}

async function mark({ key, uploadId, track }: UploadRow) {
  if (uploadId === null || !track) return
  const isExplicit = !track.isExplicit
  const marked = await call(isExplicit ? 'put' : 'delete', '/api/uploads/{id}/explicit', { params: { id: uploadId } })
  if (marked.ok) changeUpload({ key, track: { ...track, isExplicit } })
  else showToast(marked.refusal.message, { kind: 'warn' })
}

async function look(row: UploadRow) {
  const change = await whatBecame(row)
  if (change) changeUpload({ key: row.key, ...change })
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

/** Asks how the server gets on while it is at work. */
function useWatch(rows: UploadRow[]) {
  const isWorking = rows.some(isAtWork)
  useEffect(() => {
    if (!isWorking) return
    let timer: ReturnType<typeof setTimeout>
    let isOver = false
    const round = async () => {
      await Promise.all(uploadRows().filter(isAtWork).map(look))
      if (!isOver) timer = setTimeout(round, POLL_MS)
    }
    void round()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [isWorking])
}

const isAtWork = ({ phase, uploadId }: UploadRow) => phase === 'working' && uploadId !== null
