import bcrypt from 'bcryptjs'
import { byteLength, PASSWORD_BYTES } from './schema'

// About 90 ms each, and it runs in JavaScript beside the requests of the whole room.
const COST = 10

/** Of nobody's password, at the same cost: a name that nobody has takes as long to refuse as a wrong password. */
const NOBODYS = '$2b$10$dFGL9HstYlSQI9hjgIKp1.YO1wGnnWdhb0iZP//5cNeU0X9EWyop6'

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => bcrypt.hash(password, COST))
}

/** Takes the same time for a missing account (null). */
export async function passwordMatches(password: string, hash: string | null): Promise<boolean> {
  const isRight = await inTurn(() => bcrypt.compare(password, hash ?? NOBODYS))
  // bcrypt stops reading at 72 bytes: what is longer must not pass for its beginning.
  return isRight && hash !== null && byteLength(password) <= PASSWORD_BYTES
}

let last: Promise<unknown> = Promise.resolve()

// One at a time: many at once would take no less work, and let no other request in between them.
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work)
  last = turn.catch(() => undefined)
  return turn
}
