import type { NameKind } from '../domain/article'
import { asForeignPlace, contextAfter, contextBefore } from './nameContext'
import { surnamesLikeWords } from './nameElements'
import { nameNodesAt } from './nameNodes'
import type { NameSlots } from './nameSlots'
import { asOtherForeignWords, asOtherWords } from './otherWords'
import type { PeopleResources } from './peopleResources'
import { minorityLetters } from './transcribedNames'

/** A string of a text that may be a name, with what the text by itself says for it; all as natural logarithms. */
export interface NameDraft {
  readonly start: number
  readonly end: number
  readonly name: string
  readonly kind: NameKind
  /** How probable it is as a name, without what is around it. */
  readonly log: number
  /** By how much more, where the text speaks for a name. */
  readonly asWord: number
  /** How probable its characters are one by one, each as a word of its own, less what makes a name not worth a look. */
  readonly apart: number
  /** What the form of the text says for it. */
  readonly slot: number
  /** What stands on both sides says; NaN until it is asked for. */
  context: number
}

const LEAST_LOG = Math.log(0.05)
const MOST_CONTEXT = 9
/** How much both sides have to say for a name whose given part is a word. */
const AS_A_WORD = 3
/** A cue of an office or the like before a name, and a mark or a verb behind it, say more together. */
const STRONG_CUE = 3
const FRAME_CUE = 2.2
const FRAMED = 5
const FRAMED_WORD = 6
/** Words as rare as these are hardly between an office and a verb of speaking or acting (局长计成说). */
const RARE_WORD = -11.5
/** How often a given name ends in a character, for one that is usual there, as a natural logarithm. */
const USUAL_LAST = -9
/** The share of people with a surname that is usual. */
const USUAL_SURNAME = Math.log(10 / 10_000)
/** Characters as frequent by themselves are hardly letters of a name. */
const FREQUENT_CHARACTER = -7.2
/** Letters of foreign names that nothing speaks for are mostly none. */
const LITTLE_CONTEXT = 1
const FOREIGN_ALONE = -1.5
const LETTERS_GO_ON = 2

/** The most that the two sides of a name can say for it. */
export const MOST_OF_BOTH_SIDES = MOST_CONTEXT + FRAMED + FRAMED_WORD

/** Whether a mark, the end of the text or a verb of speaking or acting stands behind a name. */
function isClosed(text: string, end: number, after: number): boolean {
  return after >= FRAME_CUE || end >= text.length || '、,。;:()"'.includes(text[end]!)
}

/** Whether the letters of a foreign name go on behind it in one that is no frequent word by itself: 马克 before 龙, not 乔木 before 当. */
function goesOnInLetters(text: string, { name, end }: NameDraft, resources: PeopleResources): boolean {
  const isLetter = (character: string): boolean => !Number.isNaN(resources.foreign[character.charCodeAt(0)]!)
  if (end >= text.length || resources.characters[text.charCodeAt(end)]! > FREQUENT_CHARACTER) return false
  return [...name, text[end]!].every(isLetter)
}

/** Whether a name would end before a cue with one more character that given names end in: 关山月在, not 关山. */
function endsBetterLater(text: string, end: number, { second }: PeopleResources): boolean {
  return second[text.charCodeAt(end)]! > USUAL_LAST && contextAfter(text, end + 1) > 0
}

/** What a strong cue before a name says more, where a mark or a verb closes it, or where it is a word as well (局长方正). */
function frameOf(text: string, draft: NameDraft, after: number, resources: PeopleResources): number {
  const { name, end } = draft
  const closed = isClosed(text, end, after) ? FRAMED : 0
  const isEnded =
    after > 0 ||
    (after === 0 && !goesOnInLetters(text, draft, resources) && !endsBetterLater(text, end, resources))
  if (resources.nameLike.has(name)) return closed + (isEnded ? FRAMED_WORD : 0)
  const asWord = resources.words.get(name)
  if (asWord === undefined) return closed
  return after >= FRAME_CUE && asWord < RARE_WORD && isUsualForName(name, resources) ? FRAMED : 0
}

/** Whether a word is no place and begins with a surname that many people have and that is no other word. */
function isUsualForName(name: string, { places, surnames }: PeopleResources): boolean {
  if (places.has(name) || surnamesLikeWords.has(name[0]!)) return false
  return surnames[name.charCodeAt(0)]! > USUAL_SURNAME
}

/** What the form of the text says for a name at a place. */
function slotAt({ ends, spans }: NameSlots, start: number, end: number): number {
  const span = spans.get(start)
  return (span?.[0] === end ? span[1] : 0) + (ends.get(end) ?? 0)
}

/** What speaks against a foreign name beside which its letters go on, where no cue ends it. */
function cutOff(
  text: string,
  { name, start, end }: NameDraft,
  before: number,
  after: number,
  resources: PeopleResources,
): number {
  const isDotted = name.includes('·')
  const goesOn = (at: number): boolean =>
    !Number.isNaN(resources.foreign[text.charCodeAt(at)] ?? Number.NaN) ||
    (isDotted && minorityLetters.has(text[at] ?? ''))
  const isBehind = after <= 0 && goesOn(end)
  const isBefore = start > 0 && before <= 0 && goesOn(start - 1)
  return (isBehind ? LETTERS_GO_ON : 0) + (isBefore ? LETTERS_GO_ON : 0)
}

/** What stands on both sides of a name says for it. */
export function contextOf(text: string, draft: NameDraft, resources: PeopleResources): number {
  if (!Number.isNaN(draft.context)) return draft.context
  const { start, end, kind, name } = draft
  const before = contextBefore(text, start)
  const after = contextAfter(text, end)
  const sides = Math.min(MOST_CONTEXT, before + after)
  if (kind === 'foreign') {
    const alone = before + after <= LITTLE_CONTEXT && !name.includes('·') ? FOREIGN_ALONE : 0
    draft.context =
      alone +
      sides +
      asOtherForeignWords(name, before >= STRONG_CUE) +
      asForeignPlace(text, start, end) -
      cutOff(text, draft, before, after, resources)
  } else {
    const asWord = sides >= AS_A_WORD ? draft.asWord : 0
    const other = kind === 'full' ? asOtherWords(name, before >= STRONG_CUE, text[start - 1] ?? '') : 0
    draft.context =
      asWord +
      sides +
      other +
      (kind === 'full' && before >= STRONG_CUE ? frameOf(text, draft, after, resources) : 0)
  }
  return draft.context
}

/** What may be a name in a run of a folded text, in the order of the text. */
export function nameDrafts(
  text: string,
  from: number,
  to: number,
  resources: PeopleResources,
  slots: NameSlots,
): readonly NameDraft[] {
  const drafts: NameDraft[] = []
  const { characters } = resources
  for (let start = from; start < to; start += 1) {
    for (const { end, kind, log, asWord } of nameNodesAt(text, start, to, resources)) {
      let apart = LEAST_LOG
      for (let at = start; at < end; at += 1) apart += characters[text.charCodeAt(at)]!
      const slot = kind === 'foreign' ? 0 : slotAt(slots, start, end)
      drafts.push({
        start,
        end,
        name: text.slice(start, end),
        kind,
        log,
        asWord,
        apart,
        slot,
        context: Number.NaN,
      })
    }
  }
  return drafts
}
