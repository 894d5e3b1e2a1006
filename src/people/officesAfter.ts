import { officeAt, type OfficePhrase } from './officePhrase'

/** Offices that a text has from a place on, one after the other, and where the last ends. */
export interface FollowingOffices {
  readonly phrases: readonly OfficePhrase[]
  readonly end: number
  /** Whether 职务 or the like closes them: 免去A的县长职务. */
  readonly isClosed: boolean
}

const LONGEST_RUN = 34
const RUN = /[\p{Script=Han}\w·"]/u
/** What may stand behind an office that something is said of. */
const CLOSES = /^(?:等?职务|一职|之职|等职)/u
const GOES_ON = /^(?:$|等|人选|候选人|的(?!是)|了|后|时|期间|以来|以后|之后|至今|和|及|兼)/u
const MARK = /^(?:、|,|兼|和|以及|及)/u

function runEnd(text: string, start: number): number {
  let end = start
  while (end < text.length && end - start < LONGEST_RUN && RUN.test(text[end]!)) end += 1
  return end
}

/** The longest office that begins at `start` and after which the text may go on; `null` where there is none. */
function officeFrom(text: string, start: number): OfficePhrase | null {
  const stop = runEnd(text, start)
  for (let end = stop; end - start > 1; end -= 1) {
    const rest = text.slice(end, stop)
    if (!GOES_ON.test(rest) && !CLOSES.test(rest)) continue
    const phrase = officeAt(text, start, end)
    if (phrase !== null) return phrase
  }
  return null
}

/**
 * The offices that begin right at `start`, as after 任 or 为: several are joined by 、, a comma, 兼 or 和. `null` where the
 * text has no office there.
 */
export function officesAfter(text: string, start: number): FollowingOffices | null {
  const phrases: OfficePhrase[] = []
  let at = start
  for (;;) {
    const from = at
    const phrase = officeFrom(text, from)
    if (phrase === null) break
    phrases.push(phrase)
    at = phrase.end
    const mark = MARK.exec(text.slice(at, at + 2))?.[0]
    if (mark === undefined || phrases.length > 9) break
    at += mark.length
  }
  const last = phrases.at(-1)
  if (last === undefined) return null
  const closing = CLOSES.exec(text.slice(last.end, last.end + 4))?.[0]
  return {
    phrases:
      phrases.length === 1
        ? phrases
        : phrases.map((phrase) => (phrase.kind === 'stated' ? { ...phrase, kind: 'joined' } : phrase)),
    end: last.end + (closing?.length ?? 0),
    isClosed: closing !== undefined,
  }
}
