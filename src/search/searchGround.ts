import type { ArchiveOrder } from './archiveOrder'
import type { QueryGround } from './compileQuery'
import type { MatchGround } from './matchQuery'

/** Everything that a query is run over, as it is now. */
export interface SearchGround extends QueryGround, MatchGround {
  readonly order: ArchiveOrder
}
