import type { PartialDate } from './article'
import type { Card } from './card'
import { articleOfCard } from './card'
import type { CardGroup } from './cardGroups'
import { chronicleYears, evidenceOf } from './chronicle'
import type { ChronicleEntry } from './chronicleEntry'
import type { CitationStyle } from './citation/citationStyle'
import { citeArticle } from './citation/citeArticle'
import type { NotedDocument, NotedParagraph } from './notedDocument'
import { splitPartialDate } from './partialDate'
import type { Project } from './project'

/** The words of a document beside those of its writer. */
export interface ProjectWording {
  readonly language: string
  /** Stands behind the project's name: 大事记, 资料长编. */
  readonly chronicle: string
  readonly compilation: string
  /** Stands over what has no day, or no heading. */
  readonly undated: string
  readonly ungrouped: string
  readonly notes: string
  /** Stands before a remark: 按：. */
  readonly remark: string
  /** What a note says of reports that do not agree where the writer has not said it: 各报所载不一。 */
  readonly disputed: string
  /** What is said of words that are an editor’s and not the paper’s: 编者提要，非原文. */
  readonly digest: string
}

/** The words of a document in Chinese, in which chronicles are written whatever the language of the interface. */
export const PROJECT_WORDING: ProjectWording = {
  language: 'zh-CN',
  chronicle: '大事记',
  compilation: '资料长编',
  undated: '日期不详',
  ungrouped: '未归类',
  notes: '注释',
  remark: '按：',
  disputed: '各报所载不一。',
  digest: '编者提要，非原文',
}

/** The line that cites the article of a card. */
export function citeCard(card: Pick<Card, 'source' | 'collectedOn'>, style: CitationStyle): string {
  return citeArticle(articleOfCard(card), style, card.collectedOn)
}

/** A day in words, as the text of a chronicle has it: 2012年7月1日. Empty for none. */
function writtenDate(date: PartialDate | null): string {
  const parts = splitPartialDate(date ?? '')
  if (parts === null) return ''
  const { year, month, day } = parts
  return `${year}年${month === null ? '' : `${month}月${day === null ? '' : `${day}日`}`}`
}

/** The heading of a group of cards: a year or a month in words, anything else as it is. */
function groupHeading(heading: string, { grouping }: Project, wording: ProjectWording): string {
  const isByDate = grouping === 'year' || grouping === 'month'
  if (heading === '') return isByDate ? wording.undated : wording.ungrouped
  return isByDate ? writtenDate(heading) : heading
}

/** The sources of an entry, each once, and what there is to say of them. */
export function entryNote(
  entry: ChronicleEntry,
  evidence: readonly Card[],
  style: CitationStyle,
  wording: Pick<ProjectWording, 'remark' | 'disputed'>,
): string {
  const sources = [...new Set(evidence.map((card) => citeCard(card, style)))]
  const said = entry.remark.trim() !== '' ? entry.remark.trim() : entry.isDisputed ? wording.disputed : ''
  return [...sources, ...(said === '' ? [] : [`${wording.remark}${said}`])].join(' ')
}

/** A text as paragraphs, those without a word left out. */
function paragraphsOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}

/** A project's name with what is made of it, unless it says so itself. */
export function workTitle({ name }: Pick<Project, 'name'>, work: string): string {
  return name.endsWith(work) ? name : `${name}${work}`
}

function leadOf({ description }: Project): readonly string[] {
  return paragraphsOf(description)
}

/**
 * The 大事记 of a project: its written entries by years in the order of the events, each with its sources in the note.
 * Entries that are not written yet are left out.
 */
export function chronicleDocument(
  project: Project,
  entries: readonly ChronicleEntry[],
  cards: ReadonlyMap<string, Card>,
  style: CitationStyle,
  wording: ProjectWording,
): NotedDocument {
  const written = entries.filter(({ text }) => text.trim() !== '')
  return {
    title: workTitle(project, wording.chronicle),
    lead: leadOf(project),
    language: wording.language,
    notesHeading: wording.notes,
    sections: chronicleYears(written).map(({ year, entries: printed }) => ({
      heading: year === null ? wording.undated : `${year}年`,
      paragraphs: printed.flatMap(({ entry, dateWords }): readonly NotedParagraph[] => {
        const paragraphs = paragraphsOf(entry.text)
        const note = entryNote(entry, evidenceOf(entry, cards), style, wording)
        return paragraphs.map((text, at) => ({
          kind: 'entry',
          label: at === 0 ? dateWords : '',
          text,
          note: at === paragraphs.length - 1 ? note : '',
        }))
      }),
    })),
  }
}

/** The 资料长编 of a project: its cards, verbatim, each with its source in the note and its remark behind it. */
export function compilationDocument(
  project: Project,
  groups: readonly CardGroup[],
  style: CitationStyle,
  wording: ProjectWording,
): NotedDocument {
  const isGrouped = groups.some(({ heading }) => heading !== '')
  return {
    title: workTitle(project, wording.compilation),
    lead: leadOf(project),
    language: wording.language,
    notesHeading: wording.notes,
    sections: groups.map(({ heading, cards }) => ({
      heading: isGrouped ? groupHeading(heading, project, wording) : '',
      paragraphs: cards.flatMap((card): readonly NotedParagraph[] => {
        const paragraphs = paragraphsOf(card.text)
        const isDigest = card.source.textKind === 'digest'
        const source = `${citeCard(card, style)}${isDigest ? `（${wording.digest}）` : ''}`
        const quoted = paragraphs.map((text, at): NotedParagraph => ({
          // Words of an editor are never set as those of the paper.
          kind: isDigest ? 'entry' : 'quotation',
          label: at === 0 ? writtenDate(card.eventDate) : '',
          text,
          note: at === paragraphs.length - 1 ? source : '',
        }))
        const remarks = paragraphsOf(card.remark).map((text, at): NotedParagraph => ({
          kind: 'remark',
          label: '',
          text: at === 0 ? `${wording.remark}${text}` : text,
          note: '',
        }))
        return [...quoted, ...remarks]
      }),
    })),
  }
}
