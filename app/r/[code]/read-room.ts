import { headers } from 'next/headers'
import { cache } from 'react'
import { getViewer } from '@/app/_server/viewer'
import { withCode } from '@/app/api/rooms/by-code'
import type { Viewer } from '@/lib/auth/viewer'
import { preferences } from '@/lib/cache/kinds/preferences'
import { song } from '@/lib/cache/kinds/song'
import { cached } from '@/lib/cache/read'
import type { TrackDetails } from '@/lib/catalog/track'
import { DEFAULT_PREFERENCES, type Notices } from '@/lib/preferences/schema'
import type { Refusal, Result } from '@/lib/result'
import { type EndedRoom, endedRoom, roomPreview, roomSnapshot } from '@/lib/rooms/queries'
import type { RoomPreview, RoomSnapshot } from '@/lib/rooms/schema'

export type RoomVisit =
  /** A browser that came in as a big screen: nobody, as far as the room's people go. */
  | { kind: 'screen'; snapshot: RoomSnapshot; details: TrackDetails | null; preview: RoomPreview; viewer: Viewer }
  | { kind: 'member'; snapshot: RoomSnapshot; details: TrackDetails | null; notices: Notices }
  | { kind: 'stranger'; preview: RoomPreview; viewer: Viewer }
  /** For those who were in it. */
  | { kind: 'ended'; room: EndedRoom }
  | { kind: 'refused'; refusal: Refusal }

/** The room as its visitor may see it. Read once a request, for the page and its title. */
export const readRoom = cache(async (code: string): Promise<RoomVisit> => {
  const viewer = await getViewer()
  const snapshot = await roomSnapshot({ code, viewer })
  if (snapshot.ok) {
    const [details, notices] = await Promise.all([detailsOf(snapshot.value), noticesOf(viewer)])
    const inside = { snapshot: snapshot.value, details }
    const preview = isScreen(snapshot.value) ? await roomPreview(code) : null
    if (preview?.ok) return { kind: 'screen', ...inside, preview: preview.value, viewer }
    return { kind: 'member', ...inside, notices }
  }
  const { refusal } = snapshot
  const ended = refusal.code === 'room_closed' && (await endedRoom({ code, viewer }))
  if (ended) return { kind: 'ended', room: ended }
  if (refusal.code !== 'not_member' && refusal.code !== 'room_not_found') return { kind: 'refused', refusal }
  const preview = await previewOf(code, viewer)
  return preview.ok
    ? { kind: 'stranger', preview: preview.value, viewer }
    : { kind: 'refused', refusal: preview.refusal }
})

const isScreen = ({ me, members }: RoomSnapshot) =>
  members.some(({ memberId, isScreen }) => isScreen && memberId === me.memberId)

/** A wrong code in the address costs a try, like one that is typed. */
async function previewOf(code: string, viewer: Viewer): Promise<Result<RoomPreview>> {
  const request = new Request('http://localhost', { headers: new Headers(await headers()) })
  return withCode({ request, viewer, params: { code } }, roomPreview)
}

/** What a link card may show; null also for who has tried too many codes. */
export async function previewForCard(code: string): Promise<RoomPreview | null> {
  const preview = await previewOf(code, await getViewer())
  return preview.ok ? preview.value : null
}

/** Guests have chosen nothing. */
async function noticesOf(viewer: Viewer): Promise<Notices> {
  if (viewer.kind !== 'user') return DEFAULT_PREFERENCES.notices
  return (await cached(preferences, viewer.userId)).notices
}

async function detailsOf({ nowPlaying }: RoomSnapshot): Promise<TrackDetails | null> {
  if (!nowPlaying) return null
  const details = await cached(song, nowPlaying.track.id)
  return details.ok ? details.value : null
}
