import { copperHours } from './copper-hours'
import { glassWeather } from './glass-weather'
import { kitchenLight } from './kitchen-light'
import { lowSun } from './low-sun'
import { nightFerry } from './night-ferry'
import { paperPlanets } from './paper-planets'
import { smallRain } from './small-rain'
import type { DemoSong } from './song'
import { thirdRailGarden } from './third-rail-garden'
import { undertow } from './undertow'

/** In the order in which they are brought in: what comes first can be played first. */
export const DEMO_SONGS: DemoSong[] = [
  nightFerry,
  copperHours,
  paperPlanets,
  kitchenLight,
  lowSun,
  undertow,
  glassWeather,
  thirdRailGarden,
  smallRain,
]
