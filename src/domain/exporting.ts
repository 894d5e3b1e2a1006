import type { ArticleField } from './articleFields'
import type { ArticleQuery } from './articleQuery'
import type { CitationStyle } from './citation/citationStyle'
import type { FileContent } from './fileContent'

/** The kinds of files that articles are written to, in the order in which they are offered. */
export const EXPORT_FORMATS = [
  'xlsx',
  'csv',
  'jsonl',
  'markdown',
  'html',
  'ris',
  'bibtex',
  'csl-json',
] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** How a file of a format is called and what the web calls it. */
export const EXPORT_FILES: Readonly<
  Record<ExportFormat, { readonly ending: string; readonly type: string }>
> = {
  xlsx: { ending: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  csv: { ending: 'csv', type: 'text/csv' },
  jsonl: { ending: 'jsonl', type: 'application/jsonl' },
  markdown: { ending: 'md', type: 'text/markdown' },
  html: { ending: 'html', type: 'text/html' },
  ris: { ending: 'ris', type: 'application/x-research-info-systems' },
  bibtex: { ending: 'bib', type: 'application/x-bibtex' },
  'csl-json': { ending: 'json', type: 'application/vnd.citationstyles.csl+json' },
}

/** The formats that hold how the articles were found (检索说明); beside a file of any other it is a file of its own. */
export const FORMATS_WITH_STATEMENT: readonly ExportFormat[] = ['xlsx', 'markdown', 'html']

/** How the articles were found, as a text of one line for each label and value. */
export function statementText({ title, statement }: Pick<ExportWording, 'title' | 'statement'>): string {
  const lines = statement.map(([label, value]) => `${label}\t${value.replace(/\s+/g, ' ')}`)
  return [title, '', ...lines, ''].join('\r\n')
}

/** Which articles: the results of a query in their order, or these ids in theirs. */
export type ExportedArticles =
  | { readonly kind: 'results'; readonly query: ArticleQuery }
  | { readonly kind: 'ids'; readonly ids: readonly string[] }

/** The words of an export, in the language of who asks for it. */
export interface ExportWording {
  readonly language: string
  readonly title: string
  readonly headings: Readonly<Record<ArticleField, string>>
  /** How the articles were found (检索说明): the query as understood, filters, collections, the day; label and value. */
  readonly statement: readonly (readonly [label: string, value: string])[]
  readonly articlesSheet: string
  readonly statementSheet: string
  /** Stands before a text that is an editor's and not the paper's. */
  readonly digestBanner: string
}

export interface ExportOptions {
  readonly format: ExportFormat
  readonly style: CitationStyle
  /** The day of access in citations, `YYYY-MM-DD`. */
  readonly accessedOn: string
  /** Whether a CSV file begins with a byte order mark. */
  readonly hasByteOrderMark: boolean
  readonly wording: ExportWording
}

/** A file that was written, with the number of articles in it. */
export interface ExportedFile {
  readonly content: FileContent
  readonly articles: number
}

/** What the archive writes for taking away. */
export interface ExportCalls {
  /** Writes articles to a file; those that are gone meanwhile are left out of it and of its number. */
  exportArticles(what: ExportedArticles, options: ExportOptions): Promise<ExportedFile>
}
