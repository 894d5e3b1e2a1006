import { canonicalJson } from './canonicalJson'
import { DECISION_VERSION } from './decision'
import { isRecord } from './fieldText'
import type { KeptRecord } from './keptRecord'
import { parseDecision } from './parseDecision'
import { parseKeptRecord } from './parseKeptRecord'

/** What the first line of a file of decisions says that it is. */
const FORMAT = 'jianbao-decisions'

/** The most text that is read as a file of decisions, in UTF-16 units. */
const LONGEST_DECISION_FILE = 50_000_000

/** What a file of decisions holds. */
export interface DecisionFile {
  readonly records: readonly KeptRecord[]
  /** Numbers of the lines, from 1, that are no decision and were left out. */
  readonly badLines: readonly number[]
}

/**
 * Decisions as a file: JSON Lines, of which the first says what it is and of which version, and each other one is a
 * record. The same records always give the same file.
 */
export function writeDecisionFile(records: readonly KeptRecord[]): string {
  const sorted = [...records].sort((one, other) => (one.id < other.id ? -1 : 1))
  const lines = [{ format: FORMAT, version: DECISION_VERSION }, ...sorted].map(canonicalJson)
  return `${lines.join('\n')}\n`
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch {
    return undefined
  }
}

/** A record of a decision as it is kept; `null` when it is none. */
function parseRecord(value: unknown): KeptRecord | null {
  const record = parseKeptRecord(value)
  if (record?.kind !== 'decision') return null
  if (record.content === null) return record
  const content = parseDecision(record.content)
  return content === null ? null : { ...record, content }
}

/** Reads a file of decisions, which may hold anything; `null` when it is none, or of a version that is not known. */
export function parseDecisionFile(text: string): DecisionFile | null {
  if (text.length > LONGEST_DECISION_FILE) return null
  const [head, ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const said = parseLine(head ?? '')
  if (!isRecord(said) || said['format'] !== FORMAT || said['version'] !== DECISION_VERSION) return null
  const records: KeptRecord[] = []
  const badLines: number[] = []
  lines.forEach((line, place) => {
    if (line.trim() === '') return
    const record = parseRecord(parseLine(line))
    if (record === null) badLines.push(place + 2)
    else records.push(record)
  })
  return { records, badLines }
}
