import type { OfficeMention } from '../domain/article'
import { originalRange } from './articleTexts'
import type { NameMention } from './findMentions'
import type { HomePlace } from './homePlaces'
import { jurisdictionOf } from './jurisdiction'
import { officeEventAt } from './officeEvents'
import { officesBefore, type OfficePhrase } from './officePhrase'
import { HONOURS, officeHeads, wordAfter, wordBefore } from './officeTitles'
import type { PeopleResources } from './peopleResources'
import { tenseOf } from './tense'

/** What stands by a name: offices and honours. */
export interface Standing {
  readonly offices: readonly OfficeMention[]
  readonly honours: readonly string[]
}

/** What offices are read with. */
export interface OfficeSetting {
  readonly homes: readonly HomePlace[]
  /** The whole article, folded. */
  readonly whole: string
  readonly resources: Pick<PeopleResources, 'places'>
}

const honourWords: ReadonlySet<string> = new Set(HONOURS)
const LONGEST_HONOUR = 9
const GIVEN = /(?:授予|授|表彰|荣获|获得|获评|被评为|评为|当选为?|追授)/u
const LIST_MARK = /^(?:、|和|与|及|以及)$/u
const FOLLOWS_TITLE = 4

function sentenceEnd(text: string, at: number): number {
  const found = text.slice(at, at + 300).search(/[。！？!?;\n]/u)
  return found === -1 ? Math.min(text.length, at + 300) : at + found
}

function sentenceStart(text: string, at: number): number {
  let start = at
  while (start > 0 && at - start < 300 && !/[。！？!?;\n,]/u.test(text[start - 1]!)) start -= 1
  return start
}

/** The honours that a sentence gives to a name: in front of it (劳动模范张某), or by 授予 … 称号 around it. */
function honoursOf({ text: { text }, start, end }: NameMention): readonly string[] {
  const direct = wordBefore(text, start, honourWords, LONGEST_HONOUR)
  if (direct !== '') return [direct]
  const before = text.slice(sentenceStart(text, start), start)
  const behind = text.slice(end, sentenceEnd(text, end))
  const isGivenTo = /(?:授予|授|追授|表彰)[^,。]*$/u.test(before)
  const gets = GIVEN.exec(behind)
  const from = isGivenTo ? 0 : gets === null || gets.index > 12 ? -1 : gets.index
  if (from === -1) return []
  const quoted = /["「『]([^"」』]{2,40})["」』](?:荣誉)?称号|(?:荣誉)?称号/u.exec(behind.slice(from))
  if (quoted === null) return []
  const words = quoted[1] ?? behind.slice(from, from + quoted.index)
  return HONOURS.filter((honour) => words.endsWith(honour)).slice(0, 1)
}

/** The offices right behind a name: A（市长）, 习近平主席. */
function officesBehind({ text: { text }, end }: NameMention): readonly OfficePhrase[] {
  if (text[end] === '(') {
    const close = text.indexOf(')', end)
    if (close === -1 || close - end > 30) return []
    const phrases = officesBefore(text, close, end + 1)
    return phrases[0]?.start === end + 1 ? phrases : []
  }
  const title = wordAfter(text, end, officeHeads, FOLLOWS_TITLE)
  if (title.length < 2) return []
  return [{ start: end, end: end + title.length, kind: 'stated', qualifiers: [] }]
}

/**
 * What stands by each of the names of one text, in their order. The office before the first name of a list spreads over
 * the list: a collective as such, another one as `listed`.
 */
export function findStandings(mentions: readonly NameMention[], setting: OfficeSetting): readonly Standing[] {
  let list: readonly OfficePhrase[] = []
  return mentions.map((mention, at) => {
    const { text, start } = mention
    const former = mentions[at - 1]
    const limit = former?.end ?? 0
    const make = (
      phrase: Pick<OfficePhrase, 'start' | 'end' | 'qualifiers'>,
      kind: OfficeMention['kind'],
      event: OfficeMention['event'] = null,
    ): OfficeMention => {
      const [from, to] = originalRange(text, phrase.start, phrase.end)
      const office = text.original.slice(from, to)
      return {
        office,
        at: [text.paragraph ?? -1, from, to],
        kind,
        event,
        tense: tenseOf(text.text, phrase.start, phrase.qualifiers),
        qualifiers: phrase.qualifiers,
        jurisdiction: jurisdictionOf(
          text.text.slice(phrase.start, phrase.end),
          setting.homes,
          setting.whole,
          setting.resources,
        ),
      }
    }
    const between = former === undefined ? '' : text.text.slice(former.end, start)
    const isListed = former !== undefined && LIST_MARK.test(between)
    const before = isListed ? [] : officesBefore(text.text, start, limit)
    if (!isListed) list = before.slice(-1)
    const offices: OfficeMention[] = before.map((phrase) => make(phrase, phrase.kind))
    if (isListed)
      offices.push(
        ...list.map((phrase) => make(phrase, phrase.kind === 'collective' ? 'collective' : 'listed')),
      )
    const behind = officesBehind(mention)
    offices.push(...behind.map((phrase) => make(phrase, phrase.kind)))
    if (behind.length > 0) list = []
    const event = officeEventAt(text.text, start, mention.end)
    if (event !== null) offices.push(make(event, 'stated', event.event))
    return { offices, honours: honoursOf(mention) }
  })
}
