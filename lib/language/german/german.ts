import type { Words } from '@/lib/language/heard'
import { account } from './account'
import { admin } from './admin'
import { door } from './door'
import { filledIn } from './filled-in'
import { library } from './library'
import { music } from './music'
import { numbers } from './numbers'
import { pages } from './pages'
import { queue } from './queue'
import { room } from './room'
import { server } from './server'
import { serverRoom } from './server-room'
import { stage } from './stage'

const ofTheRoom = { ...room, ...door, ...queue, ...stage }

export const german: Words = {
  said: { ...pages, ...account, ...ofTheRoom, ...music, ...library, ...numbers, ...admin },
  heard: { ...server, ...serverRoom },
  filledIn,
}
