import { expect, test } from 'vitest'
import { newRow, reduceRows, rowOfView } from '@/components/upload/upload-rows'
import type { UploadView } from '@/lib/media/schema'

const view: UploadView = {
  id: 'u1',
  fileName: 'take 3.flac',
  status: 'processing',
  progress: 34,
  failure: null,
  songId: 's1',
  trackId: null,
  createdAt: '2026-11-20T12:00:00.000Z',
}

test('new files stand above the earlier ones', () => {
  const rows = reduceRows([newRow('a', 'a.mp3')], { type: 'add', rows: [newRow('b', 'b.mp3')] })
  expect(rows.map((row) => row.key)).toEqual(['b', 'a'])
})

test('a change touches its own row only', () => {
  const before = [newRow('a', 'a.mp3'), newRow('b', 'b.mp3')]
  const after = reduceRows(before, { type: 'change', change: { key: 'b', phase: 'sending', progress: 40 } })
  expect(after[0]).toBe(before[0])
  expect(after[1]).toMatchObject({ phase: 'sending', progress: 40, fileName: 'b.mp3' })
})

test('a change of a row that was removed does nothing', () => {
  const rows = reduceRows([newRow('a', 'a.mp3')], { type: 'drop', key: 'a' })
  expect(reduceRows(rows, { type: 'change', change: { key: 'a', phase: 'done' } })).toEqual([])
})

test('what the server says becomes a row: at work, done or failed with its reason', () => {
  expect(rowOfView(view, null)).toMatchObject({ phase: 'working', progress: 34, uploadId: 'u1' })
  expect(rowOfView({ ...view, status: 'stored' }, null).phase).toBe('working')
  expect(rowOfView({ ...view, status: 'done' }, null).phase).toBe('done')
  expect(rowOfView({ ...view, status: 'failed', failure: 'This file has no sound in it.' }, null)).toMatchObject({
    phase: 'failed',
    failure: 'This file has no sound in it.',
  })
})
