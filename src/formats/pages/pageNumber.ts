import { parsePage } from '../../domain/parsePage'

/** A page of a printed paper as a text names it (第A03版：要闻, 01版, 第1张第4版), and where it stands. */
export interface FoundPage {
  readonly start: number
  readonly end: number
  /** As the archive writes it: `A03`, `01`, `第1张第4版`. */
  readonly page: string
  /** Its printed name (要闻), or an empty string. */
  readonly pageTitle: string
}

const NUMBER = String.raw`(?:[a-z]{0,2}\d{1,3}|[〇零一二三四五六七八九十百]{1,4})`
const NAME = String.raw`(?:\s?[:·•|\-—]\s?|\s|(?=[【\[(]))[【\[(]?(?<name>\p{Script=Han}[\p{Script=Han}·/、]{1,11}(?:\d{1,2})?)[】\])]?`
const SHEET = new RegExp(String.raw`第?\s?(${NUMBER})\s?张\s?第?\s?(${NUMBER})\s?版`, 'gu')
const NUMBERED = new RegExp(
  String.raw`(?:(?<![\p{Script=Han}\da-z.])|(?<=[日号报》]))(?:第\s?)?(?<pages>${NUMBER}(?:\s?[、,，/\-—~]\s?(?:第\s?)?${NUMBER}){0,5})\s?版(?!本|权|画|税|次|式|图|人|社|[0-9])`,
  'gu',
)
const AFTER_DAY =
  /(?<=日|\d|报|》)[\s,，]{0,3}(?:第\s?)?(?<pages>\p{Script=Han}?\d{0}[a-z]\d{1,2}|\((?:第)?[a-z]?\d{1,2}(?:版)?\))(?=$|[\s,，)|版:])/gu
const NAME_BEHIND = new RegExp(`^${NAME}(?=$|[\\s,，。)|\\]】])`, 'u')

function addNumbered(found: FoundPage[], folded: string, text: string, pattern: RegExp): void {
  for (const match of folded.matchAll(pattern)) {
    const start = match.index
    const end = start + match[0].length
    if (found.some((one) => one.start < end && start < one.end)) continue
    const written = (match.groups?.['pages'] ?? match[0])
      .replaceAll(/[()第版\s]/g, '')
      .replaceAll(/[/，、]/g, ',')
    const sheet = pattern === SHEET ? match[0] : written
    const behind = NAME_BEHIND.exec(folded.slice(end, end + 24))
    const name = behind?.groups?.['name'] ?? ''
    const nameStart = end + (behind?.[0].indexOf(name) ?? 0)
    const { page } = parsePage(sheet.toUpperCase())
    if (page === '' || page === '0') continue
    found.push({
      start,
      end: name === '' ? end : end + (behind?.[0].length ?? 0),
      page,
      pageTitle: name === '' ? '' : text.slice(nameStart, nameStart + name.length),
    })
  }
}

/**
 * Pages that a line names, in order. `folded` is the folded `text`, at most a few hundred characters. A bare `A3` or `(7)`
 * counts behind a day or a paper's name only.
 */
export function findPages(folded: string, text: string): readonly FoundPage[] {
  const found: FoundPage[] = []
  addNumbered(found, folded, text, SHEET)
  addNumbered(found, folded, text, NUMBERED)
  addNumbered(found, folded, text, AFTER_DAY)
  return found.sort((one, other) => one.start - other.start)
}
