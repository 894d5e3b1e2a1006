import type { exportZhHans } from './exportZhHans'
import type { Worded } from './messages'

/** The messages of citing and exporting articles, in every language. */
export type ExportMessages = Worded<typeof exportZhHans>
