import { setTimeout as sleep } from 'node:timers/promises'
import type { roomWithListeners } from '@/tests/e2e/sync-room'
import { type Sample, startRecording, stopRecording } from '@/tests/e2e/sync-samples'

type Party = Awaited<ReturnType<typeof roomWithListeners>>
type Press = { at: number; untilMs: number; action: string }

const COMMAND_MS = 500
/** The first start has to fetch and decode the song, some of them over a bad network. */
const FIRST_MS = 60_000
const SETTLED_MS = 3_000
const ROUND_MS = 40_000
const TAIL_MS = 7_000

/** What was pressed, and what each page sounded outside the half second after it. */
export type Journey = { presses: Press[]; recordings: Sample[][] }

/** Plays for so long, in rounds of a pause, a seek, a skip and a song that comes to its end by itself. */
export async function travel(party: Party, seconds: number): Promise<Journey> {
  const pages = party.listeners.map(({ page }) => page)
  for (const page of pages) await startRecording(page)
  const presses: Press[] = []
  const press = async (action: string, positionMs?: number) => {
    const at = Date.now()
    await party.command(action, positionMs)
    presses.push({ at, action, untilMs: Date.now() + COMMAND_MS })
  }
  await press('play')
  await untilAllSound(party)
  const first = Date.now()
  const until = first + seconds * 1000
  for (let round = 0; Date.now() < until; round++) {
    for (const step of stepsOf(party, press, round)) {
      await sleep(Math.min(first + round * ROUND_MS + step.afterMs, until) - Date.now())
      if (Date.now() < until) await step.run()
    }
    await sleep(Math.min(first + (round + 1) * ROUND_MS, until) - Date.now())
  }
  const recordings = await Promise.all(pages.map(stopRecording))
  const isMeant = (sample: Sample) => sample.unixMs > first && isSettled(presses, sample)
  return { presses, recordings: recordings.map((samples) => samples.filter(isMeant)) }
}

async function untilAllSound({ listeners }: Party) {
  const isSilent = ({ page }: Party['listeners'][0]) =>
    page.evaluate(() => globalThis.earshotPlayer?.sounding()?.positionMs == null)
  for (const deadline = Date.now() + FIRST_MS; Date.now() < deadline; await sleep(500)) {
    const silent = await Promise.all(listeners.map(isSilent))
    if (!silent.includes(true)) break
  }
  await sleep(SETTLED_MS)
}

function stepsOf(party: Party, press: (action: string, positionMs?: number) => Promise<void>, round: number) {
  const songs = party.tracks
  return [
    { afterMs: 8_000, run: () => press('pause') },
    { afterMs: 10_000, run: () => press('play') },
    { afterMs: 17_000, run: () => press('seek', 3_000 + 1_000 * round) },
    {
      afterMs: 24_000,
      run: async () => {
        for (const song of [songs[round % songs.length], songs[(round + 3) % songs.length]]) await addOnce(party, song)
        await press('skip')
      },
    },
    { afterMs: 31_000, run: async () => press('seek', (await lengthOf(party)) - TAIL_MS) },
  ]
}

/** A song waits once. */
async function addOnce(party: Party, song: { id: string } | undefined) {
  await party.add(song?.id ?? '').catch((error) => {
    if (!String(error).includes('already_queued')) throw error
  })
}

async function lengthOf({ listeners, code }: Party): Promise<number> {
  const room = (await listeners[0]?.ask('GET', `/api/rooms/${code}`)) as {
    nowPlaying: { track: { durationMs: number } } | null
  }
  return room.nowPlaying?.track.durationMs ?? 2 * TAIL_MS
}

function isSettled(presses: Press[], { unixMs }: Sample): boolean {
  return presses.every(({ at, untilMs }) => unixMs < at || unixMs > untilMs)
}
