import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { NameKind } from '../../src/domain/article'
import { MarkError, readMarkedText, type NameMark } from './markedText'
import { officesOf, type ResolvedText } from './practiceOffices'
import {
  valueOn,
  type Practice,
  type PracticeArticle,
  type PracticePaper,
  type PracticePerson,
  type PracticePlace,
  type PracticeSource,
  type PracticeTerm,
} from './practiceTruth'

/** The practice paper cannot be read; the message begins with file and line. */
export class PracticeError extends Error {
  constructor(file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`)
    this.name = 'PracticeError'
  }
}

/** A file of articles: its name, for errors, and its JSON. */
export interface PracticeFile {
  readonly name: string
  readonly text: string
}

const MASKED = /[某×]/

function bare(name: string): string {
  return name.replaceAll(/[　 ]/g, '').replaceAll('•', '·')
}

/** Finds people by id, name or alias; null when nobody or more than one is meant. */
function personFinder(people: readonly PracticePerson[]): (reference: string) => PracticePerson | null {
  const byId = new Map(people.map((person) => [person.id, person]))
  const byName = new Map<string, PracticePerson[]>()
  for (const person of people)
    for (const name of [person.name, ...(person.aliases ?? [])])
      byName.set(name, [...(byName.get(name) ?? []), person])
  return (reference) => {
    const named = byName.get(reference) ?? []
    if (named.length > 1) return null
    return byId.get(reference) ?? named[0] ?? null
  }
}

function kindOf(words: string, person: PracticePerson): NameKind {
  const forms = [person.name, ...(person.aliases ?? [])]
  if (!forms.includes(words) && forms.some((form) => !form.includes('·') && form.startsWith(words)))
    return 'surname'
  return person.form === 'foreign' ? 'foreign' : 'full'
}

/** Id and kind of the person a mark names. A masked name (王某) is somebody of this article alone. */
function resolveName(
  words: string,
  mark: NameMark,
  article: string,
  find: (reference: string) => PracticePerson | null,
): { readonly person: string; readonly kind: NameKind } {
  if (MASKED.test(mark.reference ?? words))
    return { person: `${mark.reference ?? bare(words)}@${article}`, kind: 'masked' }
  const person = find(mark.reference ?? bare(words))
  if (person === null)
    throw new MarkError(`nobody, or more than one, is called ${mark.reference ?? words}`, mark.start)
  const forms = [person.name, ...(person.aliases ?? [])]
  if (
    !forms.some((form) => form === bare(words) || form.startsWith(bare(words)) || form.endsWith(bare(words)))
  )
    throw new MarkError(`${words} is no form of the name of ${person.id}`, mark.start)
  return { person: person.id, kind: kindOf(bare(words), person) }
}

function markedTextsOf(source: PracticeSource): { place: PracticePlace; marked: string }[] {
  const heads = (['kicker', 'title', 'subtitle'] as const).flatMap((place) => {
    const marked = source[place]
    return marked === undefined ? [] : [{ place, marked }]
  })
  return [...heads, ...source.paragraphs.map((marked, place) => ({ place, marked }))]
}

/** The line of a JSON file on which a string stands, counted from 1; the article's own where it is not found. */
function lineOf(file: PracticeFile, source: PracticeSource, words: string): number {
  const article = Math.max(0, file.text.indexOf(`"id": ${JSON.stringify(source.id)}`))
  const at = file.text.indexOf(JSON.stringify(words), article)
  return file.text.slice(0, at < 0 ? article : at).split('\n').length
}

function readArticle(
  source: PracticeSource,
  file: PracticeFile,
  paper: PracticePaper,
  find: (reference: string) => PracticePerson | null,
): PracticeArticle {
  const newspaper = valueOn(paper.names, source.date)?.name
  if (newspaper === undefined)
    throw new PracticeError(file.name, lineOf(file, source, source.id), 'before the paper was founded')
  const texts = markedTextsOf(source).map(({ place, marked }) => {
    try {
      const { text, marks } = readMarkedText(marked)
      const mentions = marks.flatMap((mark) => {
        if (mark.kind !== 'name') return []
        const words = text.slice(mark.start, mark.end)
        return [
          { place, start: mark.start, end: mark.end, words, ...resolveName(words, mark, source.id, find) },
        ]
      })
      const resolved: ResolvedText = { place, text, marks, mentions }
      const idOf = (reference: string) =>
        MASKED.test(reference) ? `${reference}@${source.id}` : (find(reference)?.id ?? null)
      return { ...resolved, offices: officesOf(resolved, source.date, paper, idOf) }
    } catch (cause) {
      if (!(cause instanceof MarkError)) throw cause
      throw new PracticeError(
        file.name,
        lineOf(file, source, marked),
        `${cause.message} (${marked.slice(0, 20)}…)`,
      )
    }
  })
  const spans = texts.flatMap(({ place, text, marks }) =>
    marks.map((mark) => ({
      mark,
      span: { place, start: mark.start, end: mark.end, words: text.slice(mark.start, mark.end) },
    })),
  )
  const offices = texts.flatMap((text) => text.offices)
  return {
    source,
    file: file.name,
    newspaper,
    texts: texts.map(({ place, text }) => ({ place, text })),
    mentions: texts.flatMap((text) => text.mentions),
    notNames: spans.flatMap(({ mark, span }) => (mark.kind === 'notName' ? [span] : [])),
    offices: offices.flatMap(({ office, honour }) => (honour ? [] : [office])),
    honours: offices.flatMap(({ office, honour }) => {
      const { place, start, end, words, person } = office
      return honour ? [{ place, start, end, words, person }] : []
    }),
    terms: spans.flatMap(({ mark, span }) =>
      mark.kind === 'term' ? [{ ...span, term: mark.term ?? span.words }] : [],
    ),
  }
}

/** Reads articles and tables that are in memory. @throws PracticeError with file and line of the first mistake */
export function readPracticeFiles(
  files: readonly PracticeFile[],
  tables: Pick<Practice, 'paper' | 'people' | 'offices'>,
): Practice {
  const find = personFinder(tables.people)
  const articles = files.flatMap((file) => {
    let sources: readonly PracticeSource[]
    try {
      sources = JSON.parse(file.text) as readonly PracticeSource[]
    } catch (cause) {
      throw new PracticeError(file.name, 1, `no JSON: ${String(cause)}`)
    }
    return sources.map((source) => readArticle(source, file, tables.paper, find))
  })
  return { ...tables, articles }
}

/** Reads the practice paper of a folder: `paper.json`, `people.json`, `offices.json` and a file of articles for each year. */
export async function readPractice(folder: string): Promise<Practice> {
  const read = (name: string) => readFile(join(folder, name), 'utf8')
  const names = (await readdir(folder)).filter((name) => /^\d{4}\.json$/.test(name)).toSorted()
  const files = await Promise.all(names.map(async (name) => ({ name, text: await read(name) })))
  return readPracticeFiles(files, {
    paper: JSON.parse(await read('paper.json')) as PracticePaper,
    people: JSON.parse(await read('people.json')) as readonly PracticePerson[],
    offices: JSON.parse(await read('offices.json')) as readonly PracticeTerm[],
  })
}
