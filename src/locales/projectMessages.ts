import type { Worded } from './messages'
import type { projectsZhHans } from './projectsZhHans'

/** The messages of projects, in every language. */
export type ProjectMessages = Worded<typeof projectsZhHans>
