import { use } from 'react'
import type { Text } from '@/lib/language/text'
import { readText } from './read-text'

/** The reader's language in server components that are no async functions; those await `readText()`. */
export const useText = (): Text => use(readText())
