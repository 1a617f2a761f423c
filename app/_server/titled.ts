import type { Metadata } from 'next'
import { readText } from '@/components/language/read-text'

/** The `generateMetadata` of a page with this title. Not every page is for search engines to find. */
export const titled =
  (title: string, { isFound = true } = {}) =>
  async (): Promise<Metadata> => ({
    title: (await readText())(title),
    ...(isFound ? {} : { robots: { index: false } }),
  })
