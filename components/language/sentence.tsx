import { createElement, Fragment, type ReactNode } from 'react'
import { useText } from '#text'
import type { Parts } from '@/lib/language/text'

/** A sentence with elements in it: `<Sentence of="New here? <link>Sign up</link>" with={{ link: … }} />` */
export function Sentence({ of, with: values }: { of: string; with: Parts<ReactNode> }) {
  // Not as children of an element: the parts have an order, and need no keys.
  return createElement(Fragment, null, ...useText().parts(of, values))
}
