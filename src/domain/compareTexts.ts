/** A stretch of two texts that both have, or that only the first (`removed`) or only the second (`added`) has. */
export interface TextRun {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Two paragraphs that stand for each other, or one that has no counterpart. */
export interface ParagraphComparison {
  readonly kind: 'same' | 'changed' | 'removed' | 'added'
  /** Together they give the first paragraph without what was added, and the second without what was removed. */
  readonly runs: readonly TextRun[]
}

type Step = TextRun['kind']

/** The most differences that are looked for; texts that differ in more are told as one replaced by the other. */
const MOST_DIFFERENCES = 1500

/** From this share of common pairs of characters on, two paragraphs are told as one that was changed. */
const COUNTERPART_SHARE = 0.4

/** The most pairs of paragraphs that are compared to find counterparts. */
const MOST_PAIRS = 4000

/** The way back from the end, through the furthest points reached with each number of differences. */
function trace(
  a: readonly string[],
  b: readonly string[],
  reached: readonly (readonly number[])[],
): readonly Step[] {
  const steps: Step[] = []
  let x = a.length
  let y = b.length
  for (let distance = reached.length - 1; distance > 0; distance -= 1) {
    const former = reached[distance - 1]!
    const at = (diagonal: number): number => former[diagonal + distance] ?? -1
    const diagonal = x - y
    const isAdded = diagonal === -distance || (diagonal !== distance && at(diagonal - 1) < at(diagonal + 1))
    const formerX = at(isAdded ? diagonal + 1 : diagonal - 1)
    const formerY = formerX - (isAdded ? diagonal + 1 : diagonal - 1)
    const stepX = isAdded ? formerX : formerX + 1
    for (; x > stepX; x -= 1, y -= 1) steps.push('same')
    steps.push(isAdded ? 'added' : 'removed')
    x = formerX
    y = formerY
  }
  for (; x > 0; x -= 1) steps.push('same')
  return steps.toReversed()
}

/**
 * The shortest way from one list to another, as steps (Myers, “An O(ND) Difference Algorithm and Its Variations”, 1986);
 * where it has more differences than `most`, everything is removed and added.
 */
function stepsBetween(a: readonly string[], b: readonly string[], most: number): readonly Step[] {
  const reached: number[][] = []
  let furthest = [0, 0, 0]
  for (let distance = 0; distance <= Math.min(most, a.length + b.length); distance += 1) {
    // Diagonal k stands at k + distance + 1, so that both neighbours of every diagonal have a place.
    const next = Array.from({ length: 2 * distance + 5 }, () => -1)
    for (let diagonal = -distance; diagonal <= distance; diagonal += 2) {
      const below = furthest[diagonal - 1 + distance] ?? -1
      const above = furthest[diagonal + 1 + distance] ?? -1
      const isAdded = diagonal === -distance || (diagonal !== distance && below < above)
      let x = distance === 0 ? 0 : isAdded ? above : below + 1
      let y = x - diagonal
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x += 1
        y += 1
      }
      next[diagonal + distance + 1] = x
      if (x >= a.length && y >= b.length) return trace(a, b, [...reached, next])
    }
    reached.push(next)
    furthest = next
  }
  return [...a.map((): Step => 'removed'), ...b.map((): Step => 'added')]
}

/** Runs of one kind joined; between two differences what is removed stands before what is added. */
function joinRuns(runs: readonly TextRun[]): readonly TextRun[] {
  const joined: TextRun[] = []
  let removed = ''
  let added = ''
  const flush = (): void => {
    if (removed !== '') joined.push({ kind: 'removed', text: removed })
    if (added !== '') joined.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const { kind, text } of runs) {
    if (text === '') continue
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else {
      flush()
      const last = joined.at(-1)
      if (last?.kind === 'same') joined[joined.length - 1] = { kind, text: last.text + text }
      else joined.push({ kind, text })
    }
  }
  flush()
  return joined
}

/** A single common character between two differences says less than it disturbs: it counts as different. */
function withoutSpecks(runs: readonly TextRun[]): readonly TextRun[] {
  const isSpeck = ({ kind, text }: TextRun, place: number): boolean =>
    kind === 'same' && [...text].length === 1 && place > 0 && place < runs.length - 1
  return joinRuns(
    runs.flatMap((run, place) =>
      isSpeck(run, place)
        ? [
            { kind: 'removed', text: run.text },
            { kind: 'added', text: run.text },
          ]
        : [run],
    ),
  )
}

/** How one text becomes another, character by character (code points). Two equal texts are one run, or none when empty. */
export function compareCharacters(before: string, after: string): readonly TextRun[] {
  const a = [...before]
  const b = [...after]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1
  const middleA = a.slice(head, a.length - tail)
  const middleB = b.slice(head, b.length - tail)
  let x = 0
  let y = 0
  const middle = stepsBetween(middleA, middleB, MOST_DIFFERENCES).map((kind): TextRun => {
    const text = kind === 'added' ? middleB[y]! : middleA[x]!
    if (kind !== 'added') x += 1
    if (kind !== 'removed') y += 1
    return { kind, text }
  })
  const runs = joinRuns([
    { kind: 'same', text: a.slice(0, head).join('') },
    ...middle,
    { kind: 'same', text: a.slice(a.length - tail).join('') },
  ])
  return withoutSpecks(runs)
}

function pairsOf(text: string): ReadonlySet<string> {
  const characters = [...text]
  return new Set(characters.map((character, place) => character + (characters[place + 1] ?? '')))
}

function commonShare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0
  for (const pair of a) if (b.has(pair)) common += 1
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size)
}

/** Which of the removed paragraphs stand for which of the added, in order; each counterpart as [removed, added]. */
function counterparts(
  removed: readonly string[],
  added: readonly string[],
): readonly (readonly [number, number])[] {
  if (removed.length * added.length > MOST_PAIRS) return []
  const removedPairs = removed.map(pairsOf)
  const addedPairs = added.map(pairsOf)
  // best[i][j]: the greatest sum of shares of the paragraphs from i and j on.
  const best = Array.from({ length: removed.length + 1 }, () =>
    Array.from({ length: added.length + 1 }, () => 0),
  )
  const shareOf = (i: number, j: number): number => {
    const share = commonShare(removedPairs[i]!, addedPairs[j]!)
    return share >= COUNTERPART_SHARE ? share : 0
  }
  const shares = removed.map((_one, i) => added.map((_other, j) => shareOf(i, j)))
  for (let i = removed.length - 1; i >= 0; i -= 1) {
    for (let j = added.length - 1; j >= 0; j -= 1) {
      best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, best[i + 1]![j + 1]! + shares[i]![j]!)
    }
  }
  const found: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < removed.length && j < added.length;) {
    const share = shares[i]![j]!
    if (share > 0 && best[i]![j] === best[i + 1]![j + 1]! + share) found.push([i++, j++])
    else if (best[i]![j] === best[i + 1]![j]) i += 1
    else j += 1
  }
  return found
}

function lone(kind: 'removed' | 'added', text: string): ParagraphComparison {
  return { kind, runs: [{ kind, text }] }
}

/** A stretch where no paragraph is equal: changed ones side by side, the others alone. */
function compareStretch(
  removed: readonly string[],
  added: readonly string[],
): readonly ParagraphComparison[] {
  const compared: ParagraphComparison[] = []
  let i = 0
  let j = 0
  const upTo = (endI: number, endJ: number): void => {
    for (; i < endI; i += 1) compared.push(lone('removed', removed[i]!))
    for (; j < endJ; j += 1) compared.push(lone('added', added[j]!))
  }
  for (const [one, other] of counterparts(removed, added)) {
    upTo(one, other)
    compared.push({ kind: 'changed', runs: compareCharacters(removed[i++]!, added[j++]!) })
  }
  upTo(removed.length, added.length)
  return compared
}

/**
 * How the paragraphs of one article become those of another: equal ones, changed ones with their differences, and those
 * that only one of them has, in an order that is that of both.
 */
export function compareParagraphs(
  before: readonly string[],
  after: readonly string[],
): readonly ParagraphComparison[] {
  const compared: ParagraphComparison[] = []
  let removed: string[] = []
  let added: string[] = []
  let x = 0
  let y = 0
  for (const step of [...stepsBetween(before, after, MOST_DIFFERENCES), 'end' as const]) {
    if (step === 'removed') removed.push(before[x++]!)
    else if (step === 'added') added.push(after[y++]!)
    else {
      compared.push(...compareStretch(removed, added))
      removed = []
      added = []
      if (step === 'end') break
      compared.push({ kind: 'same', runs: [{ kind: 'same', text: before[x++]! }] })
      y += 1
    }
  }
  return compared
}
