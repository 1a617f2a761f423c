import { type Crowd, happen } from '../factories/crowd'

// A process for the tests with many clients that add, like, unlike, take out, play, skip and listen until it is killed.

export type Start = { crowd: Crowd; clients: number }

process.once('message', ({ crowd, clients }: Start) => {
  for (let client = 0; client < clients; client++) void act(crowd)
})

async function act(crowd: Crowd) {
  // Its connections are killed too: what was under way then has happened or not.
  for (;;) await happen(crowd).catch(() => {})
}
