import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { ImageResponse } from 'next/og'
import type { RoomPreview } from '@/lib/rooms/schema'
import { cardCover } from './card-cover'
import { cardText } from './card-text'
import { previewForCard } from './read-room'
import { RoomCard, type RoomCardContent } from './room-card'

export const alt = 'A room on Earshot'
export const size = { width: 1200, height: 630 }
export const contentType = 'image/png'

/** Whoever unfurls a link sees what the door shows, and for a wrong, closed or locked out code the same quiet card. */
export default async function Image({ params }: { params: Promise<{ code: string }> }) {
  const preview = await previewForCard((await params).code)
  return new ImageResponse(<RoomCard {...(preview ? await contentOf(preview) : QUIET)} />, {
    ...size,
    fonts: await fonts(),
    // Rooms go on to the next song.
    headers: { 'cache-control': 'public, max-age=60' },
  })
}

const QUIET: RoomCardContent = {
  name: 'Everyone hears the same instant',
  song: null,
  line: 'A listening room. No account, just a code.',
  cover: null,
  colour: { h: 190, c: 0.1, h2: 60 },
}

async function contentOf({ name, hostName, listening, locked, nowPlaying }: RoomPreview): Promise<RoomCardContent> {
  const people = listening > 0 ? `${listening} listening now. ` : ''
  return {
    name: cardText(name, 60, `${cardText(hostName, 30, 'Somebody')} opened a room`),
    song: nowPlaying && {
      title: cardText(nowPlaying.title, 44, 'A song is on'),
      artist: cardText(nowPlaying.artist, 44, ' '),
    },
    line: locked ? `${people}Locked for new people` : `${people}No account, just a name`,
    cover: nowPlaying && (await cardCover(nowPlaying.coverUrl)),
    colour: nowPlaying?.colour ?? QUIET.colour,
  }
}

let loaded: ReturnType<typeof readFonts> | undefined

function fonts() {
  loaded ??= readFonts()
  return loaded
}

async function readFonts() {
  const folder = path.join(process.cwd(), 'node_modules/geist/dist/fonts/geist-sans')
  const read = async (file: string, weight: 400 | 600) => ({
    name: 'Geist',
    weight,
    style: 'normal' as const,
    data: await readFile(path.join(folder, file)),
  })
  return Promise.all([read('Geist-Regular.ttf', 400), read('Geist-SemiBold.ttf', 600)])
}
