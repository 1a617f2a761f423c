'use client'

import { useEffect } from 'react'
import { keepFocus } from './keep-focus'

/** For whoever goes by keys, or hears the page: no deed sends them back to its top. */
export function FocusKeeper() {
  useEffect(() => keepFocus(document), [])
  return null
}
