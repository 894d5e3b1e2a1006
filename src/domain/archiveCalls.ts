import type { Archive } from './archive'
import type { BackupCalls } from './backup'
import type { ClipCalls } from './clipping'
import type { ProjectCalls } from './collecting'
import type { DecisionCalls } from './deciding'
import type { FollowCalls } from './following'
import type { KeepCalls } from './keeping'
import type { MendCalls } from './mending'
import type { PeopleCalls } from './peopleCalls'
import type { TermCalls } from './termUse'

/** The calls of the archive that give an answer: all but `watch`, which tells again and again. */
export type ArchiveCalls = Omit<Archive, 'watch'>
export type ArchiveCall = keyof ArchiveCalls

/** Calls that a list lacks, or that are not its own, are a type error. */
type Listed<Calls> = Readonly<Record<keyof Calls, true>>

const clipCalls = {
  readBatch: true,
  stagedBatch: true,
  batchRows: true,
  batchProblems: true,
  editBatchRow: true,
  decideBatch: true,
  mapTable: true,
  likeArticle: true,
  findBatchRow: true,
  stagedOriginal: true,
  originalText: true,
  acceptBatch: true,
  cancelBatch: true,
  batches: true,
  undoConsequences: true,
  undoBatch: true,
} as const satisfies Listed<ClipCalls>

const mendCalls = {
  changeArticles: true,
  deeds: true,
  undoDeed: true,
  resultIds: true,
  doubtfulAmong: true,
  belongings: true,
  saveNote: true,
  attach: true,
  attachmentContent: true,
  attachmentPage: true,
  detach: true,
} as const satisfies Listed<MendCalls>

const keepCalls = {
  records: true,
  saveRecords: true,
  searchNews: true,
  seeResults: true,
  articleRows: true,
} as const satisfies Listed<KeepCalls>

const peopleCalls = {
  people: true,
  offices: true,
  person: true,
  office: true,
  officeReports: true,
  nameForms: true,
} as const satisfies Listed<PeopleCalls>

const termCalls = {
  terms: true,
  termUse: true,
  termTrends: true,
} as const satisfies Listed<TermCalls>

const decisionCalls = {
  mergeDecisions: true,
  identitySuggestions: true,
} as const satisfies Listed<DecisionCalls>

const backupCalls = {
  backupState: true,
  writeBackup: true,
  keepBackupMark: true,
  examineBackup: true,
  restoreBackup: true,
  cancelBackup: true,
  forgetWantedCollection: true,
} as const satisfies Listed<BackupCalls>

const projectCalls = {
  collect: true,
  articlesNow: true,
  exportProject: true,
  importProject: true,
} as const satisfies Listed<ProjectCalls>

const followCalls = {
  offerGivenCollection: true,
  takeInGivenCollection: true,
  checkRevisions: true,
  checkCollectionFile: true,
  discardDamagedFiles: true,
  rebuildDamagedIndex: true,
  removalOutlook: true,
  removeCollection: true,
} as const satisfies Listed<FollowCalls>

const calls = {
  open: true,
  search: true,
  rows: true,
  facetValues: true,
  offers: true,
  suggest: true,
  article: true,
  collections: true,
  offerCollection: true,
  takeInCollection: true,
  exportArticles: true,
  ...clipCalls,
  ...mendCalls,
  ...keepCalls,
  ...backupCalls,
  ...decisionCalls,
  ...peopleCalls,
  ...termCalls,
  ...projectCalls,
  ...followCalls,
} as const satisfies Listed<ArchiveCalls>

/** The names of the calls that bring something in. */
export const CLIP_CALLS = Object.keys(clipCalls) as readonly (keyof ClipCalls)[]
/** The names of the calls that mend what is there. */
export const MEND_CALLS = Object.keys(mendCalls) as readonly (keyof MendCalls)[]
/** The names of the calls about what the user makes. */
export const KEEP_CALLS = Object.keys(keepCalls) as readonly (keyof KeepCalls)[]
/** The names of the calls that tell of names, people and offices. */
export const PEOPLE_CALLS = Object.keys(peopleCalls) as readonly (keyof PeopleCalls)[]
/** The names of the calls that tell of terms. */
export const TERM_CALLS = Object.keys(termCalls) as readonly (keyof TermCalls)[]
/** The names of the calls about who is who. */
export const DECISION_CALLS = Object.keys(decisionCalls) as readonly (keyof DecisionCalls)[]
/** The names of the calls about backups. */
export const BACKUP_CALLS = Object.keys(backupCalls) as readonly (keyof BackupCalls)[]
/** The names of the calls that work for projects. */
export const PROJECT_CALLS = Object.keys(projectCalls) as readonly (keyof ProjectCalls)[]
/** The names of the calls by which collections are followed. */
export const FOLLOW_CALLS = Object.keys(followCalls) as readonly (keyof FollowCalls)[]
/** The names of all calls: both sides of the thread are made of this list. */
export const ARCHIVE_CALLS = Object.keys(calls) as readonly ArchiveCall[]

/** Passes a call on with what it was given, and gives its answer. */
export type PassCall = (name: ArchiveCall, given: readonly unknown[]) => Promise<unknown>

/** All calls, each of which is passed on. What passes them sees to it that the answer is the one of this call. */
export function passedCalls(pass: PassCall): ArchiveCalls {
  const passed = ARCHIVE_CALLS.map((name) => [name, (...given: unknown[]) => pass(name, given)] as const)
  return Object.fromEntries(passed) as unknown as ArchiveCalls
}

/** Makes a call by its name. */
export function makeCall(
  archive: Readonly<Record<ArchiveCall, unknown>>,
  name: ArchiveCall,
  given: readonly unknown[],
): Promise<unknown> {
  return (archive[name] as (...given: readonly unknown[]) => Promise<unknown>)(...given)
}
