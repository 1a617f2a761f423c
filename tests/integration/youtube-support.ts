import { afterAll } from 'vitest'
import { addStream } from '@/lib/queue/mutations'
import { createRoom } from '@/tests/factories/rooms'
import { startPiped } from '@/tests/support/piped-server'

// A Piped with some videos, which the test file's installation knows of.

export const [FERRY, LIVE, GONE, OTHER] = ['ferry_00001', 'live_000001', 'gone_000001', 'other-00001']
export const [PLAIN, UNADDED] = ['plain_00001', 'unadded_001']
const refusal = 'The uploader has not made this video available in your country'

export const piped = await startPiped({
  [FERRY]: { title: 'Night Ferry', uploader: 'Slow Lantern - Topic', seconds: 20 },
  [OTHER]: { title: 'Somebody - Night Bus (Official Video)', uploader: 'Some Channel', seconds: 20 },
  [PLAIN]: { title: 'Plain', uploader: 'Nobody', seconds: 20 },
  [UNADDED]: { title: 'Unadded', uploader: 'Nobody', seconds: 20 },
  [LIVE]: { title: 'Night radio', uploader: 'Radio', seconds: 0, isLive: true },
  [GONE]: { title: '', uploader: '', seconds: 0, refusal },
})
process.env.PIPED_API_URL = piped.origin
afterAll(() => piped.stop())

export const link = (videoId: string) => `https://youtu.be/${videoId}?si=shared`

/** A host adds it to a room of their own. */
export async function addBy(url: string) {
  const { room, host } = await createRoom()
  return { room, added: await addStream({ memberId: host.id, url }) }
}
