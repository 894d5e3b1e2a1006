import type { ReadArticle } from '../../domain/clipping'
import type { Problem, ProblemCode } from '../../domain/problem'
import type { HtmlLimits } from './parseHtml'
import { startPace, type ReadingPace } from './readingPace'

/** What one page may cost, and how its reading lets the thread go. */
export interface PageOptions {
  /** Most bytes of a page. */
  readonly bytes: number
  /** Most lines of visible text that are looked at. */
  readonly lines: number
  /** Longest time that a page may take, in milliseconds. */
  readonly milliseconds: number
  readonly html: HtmlLimits
  /** A clock in milliseconds. */
  readonly now: () => number
  /** Lets other work of the thread go first. */
  readonly pause: () => Promise<void>
}

/** What was read from a page. A page that is no article has a problem and no articles. */
export interface PageReading {
  readonly articles: readonly ReadArticle[]
  readonly problems: readonly Problem[]
}

/** What a page may cost where nothing else is said. */
export const DEFAULT_PAGE_OPTIONS: PageOptions = {
  bytes: 32_000_000,
  lines: 100_000,
  milliseconds: 20_000,
  html: { depth: 4000, nodes: 1_200_000, attributes: 4000 },
  now: () => performance.now(),
  pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
}

/** Longest stretch of work between two pauses, in milliseconds. */
const SLICE = 20

/** Notes what is wrong with a page. */
export type PageReport = (code: ProblemCode, message: string, field?: string) => void

/** Notes among problems what is wrong with a file. */
export function reportTo(problems: Problem[], file: string): PageReport {
  return (code, message, field = '') => problems.push({ file, row: 0, field, code, message })
}

/** The pace of reading a page under these options; the time runs from now on. */
export function paceOf({ now, pause, milliseconds }: PageOptions): ReadingPace {
  return startPace(now, pause, SLICE, milliseconds)
}
