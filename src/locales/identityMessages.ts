import type { identityZhHans } from './identityZhHans'
import type { Worded } from './messages'

/** The messages of who is who, in every language. */
export type IdentityMessages = Worded<typeof identityZhHans>
