import { createContext } from 'react'
import { english, type Text } from '@/lib/language/text'

export const LanguageContext = createContext<Text>(english)
