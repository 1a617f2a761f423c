/** Refusals that people meet are results; bugs throw. */
export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

export type Refusal = {
  code: RefusalCode
  /** A sentence for people: what happened, then the next step. */
  message: string
  fields?: Record<string, string>
  /** How long a rate limit still holds. */
  retryAfterMs?: number
}

/** Each code with the HTTP status that carries it. */
export const REFUSALS = {
  invalid_input: 400,
  not_signed_in: 401,
  wrong_credentials: 401,
  session_ended: 401,
  not_member: 403,
  banned: 403,
  forbidden: 403,
  not_found: 404,
  room_not_found: 404,
  room_closed: 409,
  room_locked: 403,
  already_queued: 409,
  no_skip_vote: 409,
  no_take_over: 403,
  too_soon: 409,
  too_many_waiting: 409,
  too_long: 409,
  explicit_song: 409,
  played_lately: 409,
  stream_played: 409,
  stream_removed: 409,
  nothing_to_play: 409,
  not_playable: 409,
  taken: 409,
  too_large: 413,
  not_audio: 400,
  not_image: 400,
  rate_limited: 429,
  database_away: 503,
  provider_away: 503,
  internal: 500,
  /** Only the browser says this one: its request reached nobody. */
  offline: 503,
} as const

export type RefusalCode = keyof typeof REFUSALS

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

export const refuse = (
  code: RefusalCode,
  message: string,
  fields?: Record<string, string>,
): { ok: false; refusal: Refusal } => ({ ok: false, refusal: { code, message, ...(fields ? { fields } : {}) } })
