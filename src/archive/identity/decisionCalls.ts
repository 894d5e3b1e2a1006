import type { DecisionCalls } from '../../domain/deciding'
import { parseDecision } from '../../domain/parseDecision'
import { parseKeptRecord } from '../../domain/parseKeptRecord'
import type { KeptRecord } from '../../domain/keptRecord'
import { toArchiveError } from '../../domain/problem'
import type { OpenParts } from '../openParts'
import type { StatusBoard } from '../statusBoard'
import { createSuggestions } from './findSuggestions'

/** A record as it may be kept; `null` when it is no decision, nor the trace of one. */
function decisionRecord(value: unknown): KeptRecord | null {
  const record = parseKeptRecord(value)
  if (record?.kind !== 'decision') return null
  if (record.content === null) return record
  const content = parseDecision(record.content)
  return content === null ? null : { ...record, content }
}

/** The part of the archive that decides about names; see {@link DecisionCalls}. */
export function createDecisionCalls(board: StatusBoard, opened: () => Promise<OpenParts>): DecisionCalls {
  let revision = 0
  board.watch((status) => {
    revision = status.contentRevision
  })
  const suggestions = createSuggestions(() => revision)
  return {
    async mergeDecisions(records) {
      const { store, upkeep, tellOthers } = await opened()
      const decisions = records.map(decisionRecord).filter((one) => one !== null)
      const merge = await store.records.merge(decisions)
      board.noteRecordsChange()
      tellOthers()
      upkeep.refresh().catch((cause: unknown) => {
        board.update({ failure: toArchiveError(cause) })
      })
      return merge
    },
    identitySuggestions: async (limit) => suggestions(await opened(), limit),
  }
}
