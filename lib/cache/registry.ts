import { search } from './kinds/search'
import { song } from './kinds/song'

/** Every kind that the product keeps: a new one is a file in `kinds/` and a line here. */
export const KINDS = [search, song] as const

/** For an admin who names it. */
export const kindNamed = (name: string) => KINDS.find(({ kind }) => kind === name)
