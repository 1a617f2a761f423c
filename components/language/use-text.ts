import { useContext } from 'react'
import type { Text } from '@/lib/language/text'
import { LanguageContext } from './context'

/** The reader's language, in the browser and where client components are drawn on the server. */
export const useText = (): Text => useContext(LanguageContext)
