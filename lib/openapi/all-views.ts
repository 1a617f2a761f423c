import { adminViews } from './admin-views'
import { catalogueViews } from './catalogue-views'
import { libraryViews } from './library-views'
import { roomViews } from './room-views'
import { peopleViews } from './views'

/** Everything that a call may answer, by name. */
export const views = { ...peopleViews, ...roomViews, ...catalogueViews, ...libraryViews, ...adminViews }
export type ViewName = keyof typeof views
