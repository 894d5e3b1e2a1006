import {
  DECISION_VERSION,
  type Decision,
  type LoggedDecision,
  type Patch,
} from '../../../src/domain/decision'
import type { KeptRecord } from '../../../src/domain/keptRecord'

/** A decision that holds, made at a minute of an invented hour. */
export function aDecision(patch: Patch, minute = 0, fields: Partial<Decision> = {}): Decision {
  return {
    version: DECISION_VERSION,
    patch,
    at: `2026-03-01T08:${String(minute).padStart(2, '0')}:00.000Z`,
    by: '张示例',
    reason: '',
    isUndone: false,
    ...fields,
  }
}

/** The same as an entry of the log. */
export function aLoggedDecision(
  id: string,
  patch: Patch,
  minute = 0,
  fields: Partial<Decision> = {},
): LoggedDecision {
  return { ...aDecision(patch, minute, fields), id }
}

/** The same as a record that travels. */
export function aDecisionRecord(
  id: string,
  patch: Patch,
  minute = 0,
  fields: Partial<Decision> = {},
): KeptRecord<Decision> {
  const content = aDecision(patch, minute, fields)
  return { kind: 'decision', id, about: '', content, changedAt: content.at, changedBy: content.by }
}
