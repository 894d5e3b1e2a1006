import type { Article, PartialDate } from './article'
import type { ArticleEdit } from './articleEdit'
import type { FileContent } from './fileContent'
import type { Attachment } from './attachment'
import type { Problem } from './problem'

/** Fields of an article that a page can give; evidence and doubt are told of these. */
export type ReadField = keyof Article

/** How sure a reader of pages is of a field. What is `doubtful` stands in the article's `doubtful` list too. */
export const CONFIDENCES = ['certain', 'likely', 'doubtful'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** Why a field has its value. */
export interface FieldEvidence {
  readonly field: ReadField
  /** The characters of the page that it was read from, at most 200; empty where it came from a file's own field. */
  readonly quote: string
  /** Where they begin in the page's text, in UTF-16 units; −1 when they stand elsewhere (a meta tag, a file name). */
  readonly start: number
  readonly confidence: Confidence
}

/** Every kind of change that reading makes to a text; stable, since translations rely on it. */
export const TEXT_CHANGE_KINDS = [
  /** Paragraphs that the page has twice are kept once. */
  'repeated-dropped',
  /** Lines broken at a width were joined to paragraphs. */
  'lines-joined',
  /** What belongs to the site and not to the article was left out. */
  'furniture-dropped',
  /** Two halves of an article that was continued on another page were joined. */
  'halves-joined',
  /** Control characters and the like were left out. */
  'characters-dropped',
  /** A paragraph longer than any was cut at a sentence's end. */
  'paragraph-cut',
] as const
export type TextChangeKind = (typeof TEXT_CHANGE_KINDS)[number]

/** A change that reading made to the text of a page, so that a person can check it against the original. */
export interface TextChange {
  readonly kind: TextChangeKind
  /** How many paragraphs, lines or characters it concerns. */
  readonly count: number
  /** The beginning of the first of them, at most 60 characters. */
  readonly quote: string
}

/** An article as it was read from a page, a file or a row, with the reasons. */
export interface ReadArticle {
  readonly article: Article
  readonly evidence: readonly FieldEvidence[]
  readonly changes: readonly TextChange[]
}

/** What a person gives: a paste, or a file; files of a dropped folder have their path as name. */
export type ClipInput =
  | { readonly kind: 'text'; readonly text: string; readonly html: string | null }
  | { readonly kind: 'file'; readonly name: string; readonly blob: FileContent }

/** A column of a table and the field it is read as; `null`: it goes to `extra` under its own name. */
export interface TableColumn {
  readonly name: string
  readonly field: string | null
  /** Its first few values. */
  readonly samples: readonly string[]
}

/** The columns of a table file (CSV, TSV, XLSX), and how they are read. */
export interface TableReading {
  /** The file's name; of a workbook, the name of the sheet after `#`. */
  readonly file: string
  readonly columns: readonly TableColumn[]
  readonly rows: number
}

/** What is to be done with an article of a batch that is like one that is there already. */
export const CLIP_DECISIONS = ['take', 'skip', 'replace', 'keep'] as const
/** `take`: it is like no other. `skip`: it is left out. `replace`: it goes in the other's place. `keep`: both stay. */
export type ClipDecision = (typeof CLIP_DECISIONS)[number]

/** Another article with the same or nearly the same text. */
export interface Likeness {
  readonly kind: 'same' | 'near'
  readonly id: string
  readonly title: string
  readonly newspaper: string | null
  readonly date: PartialDate | null
  /** Share of the text that both have, 0 to 1. */
  readonly share: number
  /** Whether it is in the same batch, and not in the archive yet. */
  readonly isInBatch: boolean
}

/** An article of a batch, before it is accepted. */
export interface BatchRow extends ReadArticle {
  /** Its number in the batch, from 1; numbers have gaps where rows gave no article. */
  readonly place: number
  readonly source: { readonly file: string; readonly row: number }
  readonly likeness: Likeness | null
  readonly decision: ClipDecision
}

/** `reading`: under way or given up by a killed tab; `staged`: to be checked, nothing is visible; `accepted`: in the archive. */
export type BatchState = 'reading' | 'staged' | 'accepted'

/** What was read at once, and is accepted, cancelled or undone as a whole. */
export interface Batch {
  readonly id: string
  readonly state: BatchState
  /** Names of the files, in their order; empty for a paste. */
  readonly sources: readonly string[]
  /** When it was begun and accepted, ISO 8601 in UTC. */
  readonly begunAt: string
  readonly acceptedAt: string | null
  /** Articles that were read; of an accepted batch those that came in. */
  readonly articles: number
  /** Of these, how many `acceptBatch` would take in now, have a doubtful field, are like another article. */
  readonly taken: number
  readonly doubtful: number
  readonly alike: number
  readonly problems: number
  readonly tables: readonly TableReading[]
  /**
   * Of an accepted batch: the deed by which corrections of articles that it replaced were taken back, and of how many.
   * Absent when none of them was corrected.
   */
  readonly withdrawn?: { readonly deed: number; readonly articles: number }
}

/** How far the work on a batch has come; told in the archive's status. */
export interface BatchProgress {
  readonly batch: string
  readonly step: 'reading' | 'comparing' | 'accepting' | 'undoing'
  /** The file being read, or an empty string. */
  readonly file: string
  /** Bytes while reading, articles in the other steps; `total` is 0 while it is not known. */
  readonly done: number
  readonly total: number
  readonly articles: number
  readonly problems: number
}

/** Which rows of a batch are wanted. */
export type BatchView = 'all' | 'doubtful' | 'alike'

/** What undoing an accepted batch would take along. */
export interface UndoConsequences {
  readonly articles: number
  /** Articles of the batch that carry notes or scans of the user's own. */
  readonly noted: number
  /** Articles that the user has corrected, those apart that came in the place of others. */
  readonly amended: number
  /** Articles that came in the place of others, which come back, as they were corrected before. */
  readonly replacing: number
}

/** What the archive can do with what a person brings. Everything fails with an ArchiveError; nothing is half done. */
export interface ClipCalls {
  /**
   * Reads inputs into a new batch, staged: nothing of it is visible or searched. Settles when all is read and compared;
   * fails with `cancelled` when {@link cancelBatch} came first. Progress is told in the status.
   */
  readBatch(inputs: readonly ClipInput[]): Promise<Batch>
  /** The batch that is being read or staged now, or `null`. There is at most one; it does not outlive the app. */
  stagedBatch(): Promise<Batch | null>
  /** Rows of a staged batch in their order. */
  batchRows(batch: string, view: BatchView, offset: number, limit: number): Promise<readonly BatchRow[]>
  /**
   * Where a row stands in a view of a staged batch: its index, or the one that it would have if the view had it. The row
   * is `null` when the batch has none of this place; the index is 0 then.
   */
  findBatchRow(
    batch: string,
    view: BatchView,
    place: number,
  ): Promise<{ readonly index: number; readonly row: BatchRow | null }>
  /** What could not be read, in order; every one of them for a `limit` of Infinity. */
  batchProblems(batch: string, offset: number, limit: number): Promise<readonly Problem[]>
  /** Changes fields of a staged article; a field that is given is no longer doubtful. Gives the row as it is then. */
  editBatchRow(batch: string, place: number, edit: ArticleEdit): Promise<BatchRow>
  /** Decides about one row, or (`place` null) about every row that is like another. */
  decideBatch(batch: string, place: number | null, decision: ClipDecision): Promise<Batch>
  /** Reads a table of a staged batch again with other fields for its columns. Edits of its rows are lost. */
  mapTable(batch: string, file: string, fields: readonly (string | null)[]): Promise<Batch>
  /** The archive's article that a staged one is like, for comparing; `null` when it is gone. */
  likeArticle(batch: string, place: number): Promise<Article | null>
  /** The page or document that a staged article was read from; `null` for a row of a table, or when it is gone. */
  stagedOriginal(batch: string, place: number): Promise<Attachment | null>
  /**
   * What can be read of an original, for looking at it: of a page what it shows, of a document its lines; `null` where it
   * is no text, or gone. `isCut` says that it goes on.
   */
  originalText(attachment: number): Promise<{ readonly text: string; readonly isCut: boolean } | null>
  /**
   * Takes in what was decided, as a whole, and gives the accepted batch. It can be searched when this settles. Where an
   * article replaces another, corrections of the other do not hold for it: with the same step they are taken back, by a
   * deed that can be undone like others ({@link Batch.withdrawn}); tags stay.
   */
  acceptBatch(batch: string): Promise<Batch>
  /** Stops reading and clears everything staged. A batch that is gone is no error. */
  cancelBatch(batch: string): Promise<void>
  /** Accepted batches, newest first. */
  batches(): Promise<readonly Batch[]>
  undoConsequences(batch: string): Promise<UndoConsequences>
  /**
   * Takes an accepted batch out again, whole, with the originals that were kept for it; notes stay, under their ids. What
   * it replaced is there again, corrected as it was before, and not as its replacement was.
   */
  undoBatch(batch: string): Promise<void>
}
