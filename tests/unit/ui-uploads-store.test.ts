import { expect, test, vi } from 'vitest'
import { newRow, type UploadRow } from '@/components/upload/upload-rows'
import { addUploads, changeUpload, openUploads, uploadRows } from '@/components/upload/uploads-store'
import { english } from '@/lib/language/text'

const page = new EventTarget()
vi.stubGlobal('window', page)

const names = () => uploadRows().map(({ fileName }) => fileName)
const songs = (...titles: string[]) => titles.map((title) => new File(['sound'], title))
const asksBeforeLeaving = () => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }))

const earlier: UploadRow = { ...newRow('u1', 'earlier.mp3'), phase: 'done', uploadId: 'u1' }

test('what is on its way is there again on return, above what the server has, and nobody else sees it', () => {
  openUploads('maya', [earlier])
  expect(asksBeforeLeaving()).toBe(false)
  addUploads(english, songs('a.mp3', 'b.mp3', 'c.mp3'))
  expect(uploadRows().map(({ phase }) => phase)).toEqual(['waiting', 'sending', 'sending', 'done'])
  expect(asksBeforeLeaving()).toBe(true)

  openUploads('maya', [earlier])
  expect(names()).toEqual(['a.mp3', 'b.mp3', 'c.mp3', 'earlier.mp3'])
  const [, , { key } = earlier] = uploadRows()
  changeUpload({ key, phase: 'working', uploadId: 'u2' })
  expect(uploadRows().map(({ phase }) => phase)).toEqual(['sending', 'sending', 'working', 'done'])
  openUploads('maya', [{ ...earlier, key: 'u2', uploadId: 'u2' }, earlier])
  expect(names()).toEqual(['a.mp3', 'b.mp3', 'c.mp3', 'earlier.mp3'])

  openUploads('ruth', [])
  expect(names()).toEqual([])
})
