import { setTimeout as sleep } from 'node:timers/promises'
import type { Listener } from './sync-room'

type Track = { id: string }
type Room = {
  nowPlaying: { streamId: string } | null
  queue: { streamId: string; votes: number; votedByMe: boolean }[]
}

/** Votes and songs a minute are limited. */
const PAUSE_MS = 250
const SAY_EVERY_MS = 1000
const ADD_EVERY = 10

/** Two people who add songs and vote without pause, again and again until they are told that it is done. */
export function keepActing([host, guest]: [Listener, Listener], code: string, tracks: Track[]) {
  const room = `/api/rooms/${code}`
  const acknowledged = { added: [] as string[], isVoted: new Map<string, boolean>() }
  // A song waits once.
  const waiting = [...tracks]
  let isOver = false

  /** Null when it turns out to have happened unheard. */
  const insist = async (by: Listener, method: string, path: string, data?: unknown) => {
    for (;;) {
      try {
        return await by.ask(method, path, data)
      } catch (error) {
        if (String(error).includes('already_queued')) return null
        // Nobody is there to answer, or that was a lot; any other refusal would be a mistake of the test.
        if (/ answered 4(?!29)/.test(String(error))) throw error
        await sleep(PAUSE_MS)
      }
    }
  }
  const add = async ({ id: trackId }: Track) => {
    const added = (await insist(host, 'POST', `${room}/streams`, { trackId })) as { streamId: string } | null
    if (added) acknowledged.added.push(added.streamId)
  }
  const vote = async (count: number) => {
    const streamId = acknowledged.added[count % acknowledged.added.length]
    if (!streamId) return
    const isWanted = !acknowledged.isVoted.get(streamId)
    await insist(guest, isWanted ? 'PUT' : 'DELETE', `${room}/streams/${streamId}/upvote`)
    acknowledged.isVoted.set(streamId, isWanted)
  }
  const act = async () => {
    for (let count = 0; !isOver; count++) {
      const track = count % ADD_EVERY === 0 ? waiting.pop() : undefined
      if (track) await add(track)
      else await vote(count)
      await sleep(PAUSE_MS)
    }
  }
  const acting = act()
  /** Ends it and says what was acknowledged and is not there: nothing, if all is well. */
  const lost = async () => {
    isOver = true
    await acting
    const { queue } = (await guest.ask('GET', room)) as Room
    const gone = acknowledged.added.filter((streamId) => !queue.some((item) => item.streamId === streamId))
    const wrong = queue.filter((item) => (acknowledged.isVoted.get(item.streamId) ?? false) !== item.votedByMe)
    return { gone, wrong, acts: acknowledged.added.length + acknowledged.isVoted.size }
  }
  return { lost }
}

/** Somebody who writes to the room by its page, whether anybody is there to take it or not. */
export function keepSaying({ page, ask }: Listener, code: string) {
  const said: string[] = []
  let isOver = false
  const talk = async () => {
    const field = page.getByRole('textbox', { name: 'Message the room' })
    for (; !isOver; await sleep(SAY_EVERY_MS)) {
      const text = `Message ${said.length + 1}`
      await field.fill(text)
      await field.press('Enter')
      said.push(text)
    }
  }
  const talking = talk()
  const kept = async () => {
    const { items } = (await ask('GET', `/api/rooms/${code}/messages`)) as { items: { text: string }[] }
    return items.map(({ text }) => text)
  }
  /** Ends it and says what was written, and what the room has kept of it. */
  const end = async () => {
    isOver = true
    await talking
    return { said, kept }
  }
  return { end }
}
