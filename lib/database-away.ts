const CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'ENOTFOUND',
  'P1001', // cannot reach the server
  'P1002', // reached it, but it timed out
  'P1017', // it closed the connection
  'P2024', // no connection was free in time
  'P2037', // it has no connection left
  '53300', // the same
  '57P01', // it is shutting down
  '57P03', // it is starting up
])

/** True if an error says that PostgreSQL cannot be reached, anywhere in its causes. */
export function isDatabaseAway(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if ('code' in at && typeof at.code === 'string' && CODES.has(at.code)) return true
    if (
      /connection terminated|not queryable|can't reach database server|query read timeout|timeout exceeded when trying to connect/i.test(
        at.message,
      )
    )
      return true
  }
  return false
}
