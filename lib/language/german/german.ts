import type { Words } from '@/lib/language/heard'
import { admin } from './admin'
import { music } from './music'
import { numbers } from './numbers'
import { pages } from './pages'
import { room } from './room'
import { filledIn, server } from './server'

export const german: Words = { said: { ...pages, ...room, ...music, ...numbers, ...admin }, heard: server, filledIn }
