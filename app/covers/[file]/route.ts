import { cover } from '@/lib/catalog/cover'

const FILE = /^([A-Za-z0-9_-]{1,64})\.svg$/

/** `/covers/TRACKID.svg`: drawn from the id alone, so it is the same for ever and asks no database. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const id = FILE.exec((await params).file)?.[1]
  if (!id) return new Response('Not found', { status: 404 })
  return new Response(cover(id), {
    headers: {
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=31536000, immutable',
      // Opened as a page of its own it must not run anything, whatever a later form may contain.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  })
}
