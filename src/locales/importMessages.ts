import type { importZhHans } from './importZhHans'
import type { Worded } from './messages'

/** The messages of bringing articles in and correcting them, in every language. */
export type ImportMessages = Worded<typeof importZhHans>
