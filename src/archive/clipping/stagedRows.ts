import { articleDate, type Article } from '../../domain/article'
import type { BatchView, ClipDecision, Likeness } from '../../domain/clipping'
import type { PlaceRun } from '../../storage/placeRun'

/** What is remembered of a staged article, while the rest of it lies in the store. */
export interface StagedRow {
  readonly place: number
  /** The number of its file among those of the batch. */
  readonly file: number
  /** The id that it would have if it were alone. */
  readonly id: string
  readonly date: string | null
  readonly isDoubtful: boolean
  readonly likeness: {
    readonly kind: Likeness['kind']
    readonly id: string
    /** The place of the article that it is like, where that is in the same batch. */
    readonly place: number | null
  } | null
  readonly decision: ClipDecision
}

/** How many rows there are of each kind. */
export interface RowCounts {
  readonly articles: number
  readonly taken: number
  readonly doubtful: number
  readonly alike: number
}

/** The order of rows: files in the order in which they came, in each the rows by their places. */
function compareRows(one: StagedRow, other: StagedRow): number {
  return one.file - other.file || one.place - other.place
}

const MATCHES: Readonly<Record<BatchView, (row: StagedRow) => boolean>> = {
  all: () => true,
  doubtful: ({ isDoubtful }) => isDoubtful,
  alike: ({ likeness }) => likeness !== null,
}

/** The articles of a staged batch: a hundred bytes or so of each. */
export class StagedRows {
  readonly #rows = new Map<number, StagedRow>()
  readonly #places = new Map<string, number>()
  readonly #files: string[] = []
  readonly #fileNumbers = new Map<string, number>()
  readonly #dates = new Map<string, string>()
  readonly #views = new Map<BatchView, readonly StagedRow[]>()
  #lastPlace = 0

  /** The last place that was given; places are not used twice. */
  get lastPlace(): number {
    return this.#lastPlace
  }

  nextPlace(): number {
    this.#lastPlace += 1
    return this.#lastPlace
  }

  /** Notes that a file comes now, before those that are named later, though it may have no row yet. */
  noteFile(file: string): void {
    this.#fileNumber(file)
  }

  /** Rows of one view: files in the order in which they came, in each the rows by their places. */
  view(view: BatchView): readonly StagedRow[] {
    const kept = this.#views.get(view)
    if (kept !== undefined) return kept
    const rows =
      view === 'all' ? [...this.#rows.values()].sort(compareRows) : this.view('all').filter(MATCHES[view])
    this.#views.set(view, rows)
    return rows
  }

  /** The index of a row in a view, or the one that it would have if the view had it; 0 when there is no such row. */
  indexIn(view: BatchView, place: number): number {
    const row = this.#rows.get(place)
    if (row === undefined) return 0
    const rows = this.view(view)
    let low = 0
    let high = rows.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (compareRows(rows[middle]!, row) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  get(place: number): StagedRow | undefined {
    return this.#rows.get(place)
  }

  /** The first row with an id, or none. */
  withId(id: string): StagedRow | undefined {
    const place = this.#places.get(id)
    return place === undefined ? undefined : this.#rows.get(place)
  }

  /** A row of an article, not yet among them. */
  rowOf(
    place: number,
    file: string,
    article: Article,
    likeness: StagedRow['likeness'],
    decision: ClipDecision,
  ): StagedRow {
    const { id, doubtful } = article
    return {
      place,
      file: this.#fileNumber(file),
      id,
      date: this.#date(articleDate(article)),
      isDoubtful: doubtful.length > 0,
      likeness,
      decision,
    }
  }

  /** Puts a row in, or in the place of the one before. */
  set(row: StagedRow): void {
    const former = this.#rows.get(row.place)
    if (former !== undefined && former.id !== row.id) this.#forgetId(former)
    this.#rows.set(row.place, row)
    if (!this.#places.has(row.id)) this.#places.set(row.id, row.place)
    this.#views.clear()
  }

  /** The places of the rows of a file. */
  placesOf(file: string): readonly number[] {
    const number = this.#fileNumbers.get(file)
    return [...this.#rows.values()].flatMap((row) => (row.file === number ? [row.place] : []))
  }

  /** Takes rows out; gives back where they were. */
  drop(places: readonly number[]): readonly PlaceRun[] {
    for (const place of places) {
      const row = this.#rows.get(place)
      this.#rows.delete(place)
      if (row !== undefined) this.#forgetId(row)
    }
    this.#views.clear()
    return placeRuns(places)
  }

  /** Places up to the last without a row that is to be kept. */
  gaps(isKept: (place: number) => boolean): readonly PlaceRun[] {
    const gaps: number[] = []
    for (let place = 1; place <= this.#lastPlace; place++) if (!isKept(place)) gaps.push(place)
    return placeRuns(gaps)
  }

  counts(): RowCounts {
    let [taken, doubtful, alike] = [0, 0, 0]
    for (const row of this.#rows.values()) {
      if (row.decision !== 'skip') taken += 1
      if (row.isDoubtful) doubtful += 1
      if (row.likeness !== null) alike += 1
    }
    return { articles: this.#rows.size, taken, doubtful, alike }
  }

  #forgetId({ id, place }: StagedRow): void {
    if (this.#places.get(id) === place) this.#places.delete(id)
  }

  #fileNumber(file: string): number {
    const known = this.#fileNumbers.get(file)
    if (known !== undefined) return known
    this.#fileNumbers.set(file, this.#files.length)
    return this.#files.push(file) - 1
  }

  /** Equal dates are one string in memory. */
  #date(date: string | null): string | null {
    if (date === null) return null
    const known = this.#dates.get(date) ?? date
    this.#dates.set(known, known)
    return known
  }
}

/** Places as runs, whatever their order. */
function placeRuns(places: readonly number[]): readonly PlaceRun[] {
  const runs: { first: number; count: number }[] = []
  for (const place of [...places].sort((one, other) => one - other)) {
    const last = runs.at(-1)
    if (last !== undefined && last.first + last.count === place) last.count += 1
    else runs.push({ first: place, count: 1 })
  }
  return runs
}
