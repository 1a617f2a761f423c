import { readdir, readFile } from 'node:fs/promises'
import { Upload } from 'tus-js-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { uploadsRoot } from '@/lib/media/storage'
import { createSignedIn } from '@/tests/factories/signed-in'
import { makePicture, makeSound } from '@/tests/factories/sounds'
import { serveUploads } from '@/tests/factories/upload-server'

process.env.MAX_UPLOAD_MB = '1'

let server: Awaited<ReturnType<typeof serveUploads>>
beforeAll(async () => {
  server = await serveUploads()
})
afterAll(() => server.close())

type Sent = { bytes: Buffer; name: string; type?: string; cookie: string; chunkSize?: number; stopAfter?: number }

function send({ bytes, name, type = 'audio/wav', cookie, chunkSize = Number.POSITIVE_INFINITY, stopAfter }: Sent) {
  return new Promise<string>((resolve, reject) => {
    const upload = new Upload(bytes, {
      endpoint: `${server.origin}/api/uploads`,
      metadata: { filename: name, filetype: type },
      headers: { cookie },
      chunkSize,
      retryDelays: [],
      onError: (error) => reject(error),
      onSuccess: () => resolve(upload.url?.split('/').at(-1) ?? ''),
      onChunkComplete: (_size, sent) => {
        if (stopAfter && sent >= stopAfter) void upload.abort().then(() => resolve(upload.url ?? ''))
      },
    })
    upload.start()
  })
}

const refusalOf = async (sending: Promise<unknown>) => {
  const error = await sending.then(
    () => null,
    (reason: { originalResponse?: { getStatus(): number; getBody(): string } }) => reason,
  )
  const response = error?.originalResponse
  return { status: response?.getStatus(), ...JSON.parse(response?.getBody() ?? '{}').error }
}

const ask = async (path: string, cookie: string, method = 'GET') => {
  const response = await fetch(`${server.origin}/api/uploads${path}`, { method, headers: { cookie } })
  return { status: response.status, body: await response.json() }
}

const leftOnDisk = () => readdir(uploadsRoot()).catch(() => [])

test('a file sent in pieces becomes a song that waits for the worker (navidrome#311, koel#792)', async () => {
  const { user, cookie } = await createSignedIn()
  const bytes = makeSound()
  const id = await send({ bytes, name: 'Tin Orchard - Copper Hours.wav', cookie, chunkSize: 100_000 })
  const song = await db().song.findUniqueOrThrow({ where: { id } })
  expect(song).toMatchObject({ uploaderId: user.id, status: 'uploaded', title: 'Copper Hours', trackId: null })
  const jobs = await db().$queryRaw<{ payload: unknown }[]>`
    SELECT p.payload FROM graphile_worker._private_jobs p WHERE key = ${`transcode:${id}`}`
  expect(jobs).toEqual([{ payload: { uploadId: id } }])
  const { body } = await ask(`/${id}`, cookie)
  expect(body).toMatchObject({ id, status: 'stored', progress: 0, failure: null, songId: id, trackId: null })
  expect((await ask('', cookie)).body.items.map((item: { id: string }) => item.id)).toEqual([id])
  expect(await readFile(`${uploadsRoot()}/${id}`)).toEqual(bytes)
})

test('an upload that broke off goes on where it stopped', async () => {
  const { cookie } = await createSignedIn()
  const bytes = makeSound()
  const url = await send({ bytes, name: 'a.wav', cookie, chunkSize: 50_000, stopAfter: 100_000 })
  const id = url.split('/').at(-1) ?? ''
  expect((await ask(`/${id}`, cookie)).body.status).toBe('pending')
  await new Promise<void>((resolve, reject) => {
    const upload = new Upload(bytes, {
      uploadUrl: `${server.origin}/api/uploads/${id}`,
      headers: { cookie },
      chunkSize: 200_000,
      onSuccess: () => resolve(),
      onError: reject,
    })
    upload.start()
  })
  expect((await ask(`/${id}`, cookie)).body.status).toBe('stored')
})

test('a file whose last byte came just before a crash is taken when its sender asks again', async () => {
  const { cookie } = await createSignedIn()
  const id = await send({ bytes: makeSound(), name: 'a.wav', cookie })
  await db().song.delete({ where: { id } })
  await db().upload.update({ where: { id }, data: { status: 'pending' } })
  const head = await fetch(`${server.origin}/api/uploads/${id}`, {
    method: 'HEAD',
    headers: { cookie, 'tus-resumable': '1.0.0' },
  })
  expect(head.status).toBe(200)
  expect((await ask(`/${id}`, cookie)).body).toMatchObject({ status: 'stored', songId: id })
})

test('what is no sound is refused by its content and leaves nothing behind', async () => {
  const { cookie } = await createSignedIn()
  const before = await leftOnDisk()
  const lies = [
    { name: 'poem.mp3', type: 'audio/mpeg', bytes: Buffer.from('It was a dark and stormy night. '.repeat(50)) },
    { name: 'picture.mp3', type: 'audio/mpeg', bytes: await readFile(makePicture()) },
    { name: 'list.wav', type: 'audio/wav', bytes: Buffer.from('#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n') },
    { name: 'noise.mp3', type: 'audio/mpeg', bytes: Buffer.concat([Buffer.from('RIFF....WAVE'), Buffer.alloc(400)]) },
    { name: 'header.wav', type: 'audio/wav', bytes: Buffer.concat([Buffer.from('RIFF....WAVE'), Buffer.alloc(400)]) },
  ]
  for (const lie of lies)
    expect(await refusalOf(send({ ...lie, cookie })), lie.name).toMatchObject({ status: 400, code: 'not_audio' })
  const song = await refusalOf(send({ bytes: makeSound({ extension: 'flac' }), name: 'a.mp3', cookie }))
  expect(song).toMatchObject({ code: 'not_audio', message: expect.stringContaining('a FLAC file under another name') })
  expect(await leftOnDisk()).toEqual(before)
  expect((await ask('', cookie)).body.items).toEqual([])
  expect(await db().song.count({ where: { uploader: { uploads: { none: {} } } } })).toBe(0)
})

test('names and types that are none of sound are refused before their first byte', async () => {
  const { cookie } = await createSignedIn()
  const bytes = makeSound({ seconds: 0.1 })
  for (const [name, type] of [
    ['song.exe', 'audio/wav'],
    ['song', 'audio/wav'],
    ['song.wav', 'text/html'],
  ])
    expect(await refusalOf(send({ bytes, name: name ?? '', type: type ?? '', cookie }))).toMatchObject({
      status: 400,
      code: 'not_audio',
    })
  expect(await db().upload.count({ where: { fileName: { startsWith: 'song' } } })).toBe(0)
})

test('a file over the limit is refused with the limit in the sentence', async () => {
  const { cookie } = await createSignedIn()
  const refusal = await refusalOf(send({ bytes: Buffer.alloc(1_048_577), name: 'long.wav', cookie }))
  expect(refusal).toMatchObject({ status: 413, code: 'too_large', message: expect.stringContaining('1 MB') })
})

test('only who is signed in uploads, and nobody touches the upload of another', async () => {
  const [maya, jonas] = [await createSignedIn(), await createSignedIn()]
  const bytes = makeSound()
  expect(await refusalOf(send({ bytes, name: 'a.wav', cookie: '' }))).toMatchObject({ status: 401 })
  const url = await send({ bytes, name: 'a.wav', cookie: maya.cookie, chunkSize: 50_000, stopAfter: 50_000 })
  const id = url.split('/').at(-1) ?? ''
  for (const method of ['PATCH', 'DELETE', 'HEAD']) {
    const response = await fetch(`${server.origin}/api/uploads/${id}`, {
      method,
      headers: {
        cookie: jonas.cookie,
        'tus-resumable': '1.0.0',
        'upload-offset': '50000',
        'content-type': 'application/offset+octet-stream',
      },
      ...(method === 'PATCH' ? { body: 'x' } : {}),
    })
    expect(response.status, method).toBe(404)
  }
  expect((await ask(`/${id}`, jonas.cookie)).status).toBe(404)
  expect((await ask(`/${id}/retry`, jonas.cookie, 'POST')).status).toBe(404)
  expect((await ask('/%2e%2e%2fmedia', maya.cookie)).status).toBe(404)
  expect((await ask(`/${id}`, maya.cookie)).body.status).toBe('pending')
})

test('an upload that its sender gives up is gone', async () => {
  const { cookie } = await createSignedIn()
  const url = await send({ bytes: makeSound(), name: 'a.wav', cookie, chunkSize: 50_000, stopAfter: 50_000 })
  const id = url.split('/').at(-1) ?? ''
  const headers = { cookie, 'tus-resumable': '1.0.0' }
  expect((await fetch(`${server.origin}/api/uploads/${id}`, { method: 'DELETE', headers })).status).toBe(204)
  expect((await ask(`/${id}`, cookie)).status).toBe(404)
  expect(await leftOnDisk()).not.toContain(id)
})

test('uploads are counted per account', async () => {
  const { cookie } = await createSignedIn()
  const create = () =>
    fetch(`${server.origin}/api/uploads`, {
      method: 'POST',
      headers: {
        cookie,
        'tus-resumable': '1.0.0',
        'upload-length': '5',
        'upload-metadata': `filename ${btoa('a.wav')}`,
      },
    })
  const statuses = await Promise.all(Array.from({ length: 70 }, async () => (await create()).status))
  expect(statuses.filter((status) => status === 201)).toHaveLength(60)
  expect(statuses.filter((status) => status === 429)).toHaveLength(10)
})
