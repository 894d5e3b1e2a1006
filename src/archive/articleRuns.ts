import { articleKey } from '../storage/archiveStore'

/** Articles of one stored file that follow one another there: `count` of them, from place `first` (from 1) on. */
export interface ArticleRun {
  readonly file: number
  readonly first: number
  readonly count: number
}

/** Some rows of a part, from `first` to before `end`. */
export interface RowRange {
  readonly first: number
  readonly end: number
}

/** The runs that articles with these keys are, in their order. The inverse of {@link RowKeys.keyOf}. */
export function runsOf(keys: Iterable<number>): readonly ArticleRun[] {
  const runs: { file: number; first: number; count: number }[] = []
  let next = NaN
  for (const key of keys) {
    const run = runs.at(-1)
    if (run !== undefined && key === next) run.count += 1
    else {
      const file = Math.floor(key / articleKey(1, 0))
      runs.push({ file, first: key - articleKey(file, 0), count: 1 })
    }
    next = key + 1
  }
  return runs
}

/** Where the store has the article of each row of a part: the rows are those of the runs, one run after the other. */
export class RowKeys {
  readonly runs: readonly ArticleRun[]
  readonly rows: number
  /** The first row of each run. */
  readonly #starts: readonly number[]

  constructor(runs: readonly ArticleRun[]) {
    this.runs = runs
    let rows = 0
    this.#starts = runs.map(({ count }) => {
      rows += count
      return rows - count
    })
    this.rows = rows
  }

  /** The key of a row's article. */
  keyOf(row: number): number {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (this.#starts[middle]! <= row) low = middle
      else high = middle - 1
    }
    const { file, first } = this.runs[low]!
    return articleKey(file, first + row - this.#starts[low]!)
  }

  /** The numbers of the files that rows are of, each once. */
  files(): readonly number[] {
    return [...new Set(this.runs.map(({ file }) => file))]
  }

  /** The rows that are of one file. */
  rangesOf(file: number): readonly RowRange[] {
    return this.runs.flatMap((run, place) => {
      const first = this.#starts[place]!
      return run.file === file ? [{ first, end: first + run.count }] : []
    })
  }
}
