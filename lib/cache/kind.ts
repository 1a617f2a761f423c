/** What survives JSON: nothing else may be cached, since everything is read back as text. */
export type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json }

/** Something worth keeping: what it is called, how long it holds, and where it comes from. */
export type Kind<A, V extends Json> = {
  /** Begins every key. */
  kind: string
  /** What follows `kind:` in the key. Null: these arguments are not worth keeping, ask the loader. */
  key: (args: A) => string | null
  /** How the keys look, for people: `song:{id}`. */
  pattern: string
  ttlMs: number
  /** How long it holds that there is nothing. */
  missingTtlMs: number
  isMissing: (value: V) => boolean
  /** Must say no by a value: what it throws reaches the reader and is not kept. */
  loader: (args: A) => Promise<V>
  /** The same for many at once, in their order. */
  loaderMany?: ((args: A[]) => Promise<V[]>) | undefined
  /** Count it up when the value changes its shape: what an older release has stored is then not read. */
  shape: number
}

type Choices = 'pattern' | 'missingTtlMs' | 'isMissing' | 'loaderMany' | 'shape'

export function defineKind<A, V extends Json>(
  kind: Omit<Kind<A, V>, Choices> & Partial<Pick<Kind<A, V>, Choices>>,
): Kind<A, V> {
  return {
    shape: 1,
    pattern: kind.kind,
    missingTtlMs: Math.min(30_000, kind.ttlMs),
    isMissing: (value) => value === null,
    ...kind,
  }
}

/** Null for arguments that are not kept. */
export function keyOf<A, V extends Json>(kind: Kind<A, V>, args: A): string | null {
  const rest = kind.key(args)
  if (rest === null) return null
  return rest === '' ? kind.kind : `${kind.kind}:${rest}`
}

/** The kind, among those named, that a key belongs to. */
export function kindOfKey(key: string, names: string[]): string | undefined {
  return names.find((name) => key === name || key.startsWith(`${name}:`))
}
