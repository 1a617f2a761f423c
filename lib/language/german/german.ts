import type { Words } from '@/lib/language/heard'
import { admin } from './admin'
import { door } from './door'
import { music } from './music'
import { numbers } from './numbers'
import { pages } from './pages'
import { queue } from './queue'
import { room } from './room'
import { filledIn, server } from './server'
import { stage } from './stage'

const ofTheRoom = { ...room, ...door, ...queue, ...stage }

export const german: Words = {
  said: { ...pages, ...ofTheRoom, ...music, ...numbers, ...admin },
  heard: server,
  filledIn,
}
