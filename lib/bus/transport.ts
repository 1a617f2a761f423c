export type Listener = {
  onPayload: (payload: string) => void
  /** The connection was away for a while: messages may have been missed. */
  onGap: () => void
}

/** A way for text to reach every process. */
export type Transport = {
  send: (payloads: string[]) => Promise<void>
  /** Rejects when the first connection fails; later ones are repaired. */
  listen: (listener: Listener) => Promise<() => Promise<void>>
  close: () => Promise<void>
}
