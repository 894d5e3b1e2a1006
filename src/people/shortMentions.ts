import type { ArticleText } from './articleTexts'
import type { NameMention } from './findMentions'
import { surnamesLikeWords } from './nameElements'
import type { PeopleResources } from './peopleResources'

/** What somebody is called by before or behind the surname alone: 老于, 小葛, 胡老, 佟翁. */
const BEFORE_SURNAME: ReadonlySet<string> = new Set('老小')
const BEHIND_SURNAME: ReadonlySet<string> = new Set('老翁总')
/** What a given name that is also a word has to be followed by (明理同志). */
const BEHIND_GIVEN = /^(?:同志|说|道[:,])/u
/** What may stand right before a form of address. */
const BEFORE_ADDRESS: ReadonlySet<string> = new Set('和与跟同对向给让叫请由把被是问找见听,。、;:!?"( ')
/** And right behind one. */
const BEHIND_ADDRESS: ReadonlySet<string> = new Set(
  '说道的和与跟对向在是就也又却从把笑想看听答问告,。、;:!?")',
)
const MOST_MENTIONS = 500

/** The surname and the given name of a full name; `null` for names that are not divided so. */
function divided(
  name: string,
  { compoundSurnames }: PeopleResources,
): readonly [surname: string, given: string] | null {
  const length = compoundSurnames.has(name.slice(0, 2)) && name.length > 2 ? 2 : 1
  const given = name.slice(length)
  return given.length === 0 || given.length > 2 ? null : [name.slice(0, length), given]
}

/** Adds what a short form means; `null` where it may mean several. */
function add(meanings: Map<string, string | null>, short: string, name: string): void {
  meanings.set(short, (meanings.get(short) ?? name) === name && meanings.get(short) !== null ? name : null)
}

function isWord(text: string, start: number, end: number, { words }: PeopleResources): boolean {
  return start >= 0 && end <= text.length && words.get(text.slice(start, end)) !== undefined
}

/** Whether a given name stands by itself from `start` to `end`. */
function isGivenAlone(text: string, start: number, end: number, resources: PeopleResources): boolean {
  const before = text[start - 1] ?? ''
  const isBehindSurname = !Number.isNaN(resources.surnames[before.charCodeAt(0)] ?? Number.NaN)
  if (isBehindSurname && !surnamesLikeWords.has(before)) return false
  if (isWord(text, start - 1, start + 1, resources) || isWord(text, end - 1, end + 1, resources)) return false
  return !isWord(text, start, end, resources) || BEHIND_GIVEN.test(text.slice(end, end + 2))
}

/** The form of address around a surname from `start` to `end`, as a range; `null` where there is none. */
function addressAround(
  text: string,
  start: number,
  end: number,
  resources: PeopleResources,
): readonly [start: number, end: number] | null {
  const opens = (at: number): boolean => at === 0 || BEFORE_ADDRESS.has(text[at - 1]!)
  const closes = (at: number): boolean => at === text.length || BEHIND_ADDRESS.has(text[at]!)
  if (BEFORE_SURNAME.has(text[start - 1] ?? '') && opens(start - 1) && closes(end)) {
    return isWord(text, start, end + 1, resources) ? null : [start - 1, end]
  }
  if (BEHIND_SURNAME.has(text[end] ?? '') && opens(start) && closes(end + 1)) {
    return isWord(text, start, end + 1, resources) || isWord(text, end, end + 2, resources)
      ? null
      : [start, end + 1]
  }
  return null
}

/** Every place of some words in a text that no mention overlaps. */
function* freePlaces(text: string, words: string, taken: readonly NameMention[]): Generator<number> {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
    const end = at + words.length
    if (!taken.some((mention) => mention.start < end && mention.end > at)) yield at
  }
}

/**
 * The mentions of people by a part of their name, where the article names exactly one of that part in full: the given
 * name alone (雪生, 明理同志), and the surname with 老, 小, 翁 or 总 (老于, 胡老). Each says in `meant` who is meant. An
 * article that names nobody in full has none.
 *
 * @param mentions those that were found, in the order of the texts
 */
export function shortMentions(
  texts: readonly ArticleText[],
  mentions: readonly NameMention[],
  resources: PeopleResources,
): readonly NameMention[] {
  const byGiven = new Map<string, string | null>()
  const bySurname = new Map<string, string | null>()
  for (const name of new Set(mentions.filter(({ kind }) => kind === 'full').map((mention) => mention.name))) {
    const parts = divided(name, resources)
    if (parts === null) continue
    add(bySurname, parts[0], name)
    if (parts[1].length === 2) add(byGiven, parts[1], name)
  }
  const found: NameMention[] = []
  for (const text of texts) {
    const taken = mentions.filter((mention) => mention.text === text)
    const push = (start: number, end: number, meant: string): void => {
      const name = text.text.slice(start, end)
      if (found.length < MOST_MENTIONS)
        found.push({ text, start, end, name, kind: 'surname', probability: 1, context: 0, meant })
    }
    for (const [given, meant] of byGiven) {
      if (meant === null) continue
      for (const at of freePlaces(text.text, given, taken))
        if (isGivenAlone(text.text, at, at + 2, resources)) push(at, at + 2, meant)
    }
    for (const [surname, meant] of bySurname) {
      if (meant === null) continue
      for (const at of freePlaces(text.text, surname, taken)) {
        const range = addressAround(text.text, at, at + surname.length, resources)
        if (range !== null) push(...range, meant)
      }
    }
  }
  return found
}
