import type { PartialDate, TextSpan } from './article'
import type { CardSource } from './card'
import type { ArticleNow } from './cardStanding'
import type { CitationStyle } from './citation/citationStyle'
import type { FileContent } from './fileContent'
import type { RecordChange } from './keptRecord'
import type { Problem } from './problem'
import type { ProjectWording } from './projectDocument'

/** What is to be collected: spans of an article's paragraphs, or none for the whole of it. */
export interface WantedPassage {
  readonly articleId: string
  readonly spans: readonly TextSpan[]
}

/** A passage as it is to be kept. */
export interface CollectedPassage {
  readonly source: CardSource
  readonly spans: readonly TextSpan[]
  readonly text: string
  /** The days that may be that of the event, the likeliest first: those that the passage names, then the article's. */
  readonly days: readonly PartialDate[]
}

/** What is made of a project. */
export const PROJECT_WORKS = ['chronicle', 'compilation'] as const
export type ProjectWork = (typeof PROJECT_WORKS)[number]

/** As which files it is taken away; JSON Lines hold the project itself, with everything in it. */
export const PROJECT_FORMATS = ['docx', 'markdown', 'html', 'jsonl'] as const
export type ProjectFormat = (typeof PROJECT_FORMATS)[number]

/** How a file of a format is called and what the web calls it. */
export const PROJECT_FILES: Readonly<
  Record<ProjectFormat, { readonly ending: string; readonly type: string }>
> = {
  docx: {
    ending: 'docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  markdown: { ending: 'md', type: 'text/markdown' },
  html: { ending: 'html', type: 'text/html' },
  jsonl: { ending: 'jsonl', type: 'application/jsonl' },
}

export interface ProjectExport {
  readonly work: ProjectWork
  readonly format: ProjectFormat
  readonly style: CitationStyle
  readonly wording: ProjectWording
}

/** What taking in a project's file did. */
export interface ProjectImport {
  /** The projects that the file holds something of. */
  readonly projectIds: readonly string[]
  /** Records that were not there, and that were there in an older form. */
  readonly added: number
  readonly changed: number
  /** Records that are as they were: the same, or changed later than in the file. */
  readonly kept: number
  readonly problems: readonly Problem[]
  /** What was there before, to be put back; without content where there was nothing. */
  readonly before: readonly RecordChange[]
}

/** The most articles that are asked about at once. */
export const MOST_ASKED = 200

/** What the archive does for projects. Everything fails with an ArchiveError. */
export interface ProjectCalls {
  /** Passages as they are to be kept, in this order, at most {@link MOST_ASKED}; `null` where the article is gone or the passage holds nothing. */
  collect(wanted: readonly WantedPassage[]): Promise<readonly (CollectedPassage | null)[]>
  /** What articles are now, in this order, at most {@link MOST_ASKED}; `null` for those that the archive does not hold. */
  articlesNow(ids: readonly string[]): Promise<readonly (ArticleNow | null)[]>
  /** Writes a project to a file; `null` when there is none with this id. */
  exportProject(projectId: string, options: ProjectExport): Promise<FileContent | null>
  /** Takes in the JSON Lines of a project: of each record the one that was changed later stays. */
  importProject(name: string, content: FileContent): Promise<ProjectImport>
}
