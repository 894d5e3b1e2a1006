import { isRecord, toWellFormed } from './fieldText'
import type { KeptRecord } from './keptRecord'

/** In which order the cards of a project stand. */
export const CARD_ORDERS = ['day', 'hand'] as const
export type CardOrder = (typeof CARD_ORDERS)[number]

/** By what the cards of a project are grouped. */
export const CARD_GROUPINGS = ['none', 'year', 'month', 'tag', 'newspaper'] as const
export type CardGrouping = (typeof CARD_GROUPINGS)[number]

/** The longest name and the longest description, in UTF-16 units. */
export const LONGEST_PROJECT_NAME = 200
export const LONGEST_PROJECT_DESCRIPTION = 10_000

/** What a record of kind `project` holds. */
export interface ProjectContent {
  readonly name: string
  readonly description: string
  /** When it was begun, ISO 8601 in UTC. */
  readonly begunAt: string
  readonly order: CardOrder
  readonly grouping: CardGrouping
}

/** A 课题: what passages are collected for. */
export interface Project extends ProjectContent {
  readonly id: string
  readonly changedAt: string
}

/** A new project; its name is trimmed. */
export function newProject(name: string, description: string, begunAt: string): ProjectContent {
  return { name: name.trim(), description: description.trim(), begunAt, order: 'day', grouping: 'none' }
}

/** The project that a record is; `null` for one that was deleted or holds something else. */
export function parseProject({ kind, id, content, changedAt }: KeptRecord): Project | null {
  if (kind !== 'project' || !isRecord(content)) return null
  const { name, description, begunAt } = content
  if (typeof name !== 'string' || name.trim() === '') return null
  return {
    id,
    changedAt,
    name: toWellFormed(name.slice(0, LONGEST_PROJECT_NAME)),
    description:
      typeof description === 'string' ? toWellFormed(description.slice(0, LONGEST_PROJECT_DESCRIPTION)) : '',
    begunAt: typeof begunAt === 'string' ? begunAt : changedAt,
    order: CARD_ORDERS.find((order) => order === content['order']) ?? 'day',
    grouping: CARD_GROUPINGS.find((grouping) => grouping === content['grouping']) ?? 'none',
  }
}

/** What a project's record is to hold. */
export function projectContent({ name, description, begunAt, order, grouping }: Project): ProjectContent {
  return { name, description, begunAt, order, grouping }
}
