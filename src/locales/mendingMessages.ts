import type { Worded } from './messages'
import type { mendingZhHans } from './mendingZhHans'

/** The messages of mending articles, in every language. */
export type MendingMessages = Worded<typeof mendingZhHans>
