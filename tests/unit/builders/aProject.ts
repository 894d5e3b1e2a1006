import type { Card } from '../../../src/domain/card'
import type { ChronicleEntry } from '../../../src/domain/chronicleEntry'
import type { Project } from '../../../src/domain/project'

const MOMENT = '2026-03-01T01:00:00.000Z'

/** A project; what a test is about is given. */
export function aProject(fields: Partial<Project> = {}): Project {
  return {
    id: 'project-1',
    name: '示例县水利',
    description: '',
    begunAt: MOMENT,
    changedAt: MOMENT,
    order: 'day',
    grouping: 'none',
    ...fields,
  }
}

/** A card of the project; what a test is about is given. */
export function aCard(id: string, fields: Partial<Card> = {}): Card {
  return {
    id,
    projectId: 'project-1',
    changedAt: MOMENT,
    changedBy: '',
    source: {
      id: `article-${id}`,
      title: `报道${id}`,
      newspaper: '示例日报',
      medium: 'newspaper',
      issueDate: '2012-07-02',
      page: '01',
      textKind: 'full',
      authors: [],
    },
    spans: [[0, 0, 4]],
    text: '示例文字',
    eventDate: null,
    remark: '',
    tags: [],
    collectedOn: '2026-03-01',
    place: 0,
    ...fields,
  }
}

/** An entry of the project's chronicle; what a test is about is given. */
export function anEntry(id: string, fields: Partial<ChronicleEntry> = {}): ChronicleEntry {
  return {
    id,
    projectId: 'project-1',
    changedAt: MOMENT,
    changedBy: '',
    date: null,
    dateWords: '',
    text: `${id}的事`,
    cardIds: [],
    isDisputed: false,
    remark: '',
    place: 0,
    ...fields,
  }
}
