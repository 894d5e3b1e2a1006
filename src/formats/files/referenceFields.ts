import type { ReferenceList, ReferenceRecord } from './referenceRecords'

/** Fields of an article by the fields of a notation, the clearest first, parted by spaces. */
interface FieldNames {
  readonly type: string
  readonly title: string
  readonly subtitle: string
  readonly newspaper: string
  readonly date: string
  readonly year: string
  readonly page: string
  readonly pageTitle: string
  readonly edition: string
  readonly authors: string
  readonly tags: string
  readonly url: string
  readonly fullText: string
  readonly digest: string
  readonly rights: string
}

/** Of RIS and Refer as reference managers write them; of NoteExpress the names of its own fields. */
const FIELDS: Readonly<Record<ReferenceList, FieldNames>> = {
  ris: {
    type: 'TY',
    title: 'TI T1 CT',
    subtitle: 'ST',
    newspaper: 'T2 JO JF JA J2 BT PB',
    date: 'DA Y1',
    year: 'PY',
    page: 'SP',
    pageTitle: 'SE',
    edition: 'ET',
    authors: 'AU A1',
    tags: 'KW',
    url: 'UR',
    fullText: 'FT',
    digest: 'AB N2 N1',
    rights: 'C1',
  },
  endnote: {
    type: '0',
    title: 'T',
    subtitle: '!',
    newspaper: 'J B I',
    date: '8',
    year: 'D',
    page: 'P',
    pageTitle: '&',
    edition: '7',
    authors: 'A',
    tags: 'K',
    url: 'U',
    fullText: '',
    digest: 'X Z',
    rights: '',
  },
  noteexpress: {
    type: 'Reference Type',
    title: 'Title',
    subtitle: 'Subtitle|Short Title',
    newspaper: 'Newspaper|Newspaper Name|Journal|Secondary Title|Publisher',
    date: 'Date|Publication Date|Issue Date',
    year: 'Year',
    page: 'Pages|Page|Issue|Start Page',
    pageTitle: 'Section',
    edition: 'Edition',
    authors: 'Author',
    tags: 'Keywords|Keyword',
    url: 'URL|Url|Link',
    fullText: 'Full Text',
    digest: 'Abstract|Notes',
    rights: '',
  },
}

const MEDIA_BY_TYPE: readonly (readonly [type: RegExp, medium: string])[] = [
  [/^(?:NEWS|Newspaper Article|报纸文章)$/i, 'newspaper'],
  [/^(?:MGZN|Magazine Article|JOUR|Journal Article|期刊文章)$/i, 'magazine'],
  [/^(?:ELEC|WEB|BLOG|Web Page|Electronic Article|网页)$/i, 'web'],
]

function namesOf(names: string): readonly string[] {
  return names.includes('|') || names.includes(' Type') ? names.split('|') : names.split(' ')
}

/** A date of such a list: RIS writes `2012/07/01/` with a remark behind it; a part that is not known is empty. */
function plainDate(text: string): string {
  const match = /^(\d{4})\/(\d{0,2})\/?(\d{0,2})(?:\/.*)?$/.exec(text.trim())
  if (match === null) return text.trim()
  return match
    .slice(1)
    .filter((part) => part !== '')
    .join('-')
}

/** A date of day and month, with the year that stands in another field (`July 1`, `7月1日`, `07-01`). */
function dateWithYear(date: string, year: string): string {
  if (date === '') return year
  if (/\d{4}/.test(date) || !/^\d{4}$/.test(year)) return date
  const match = /^(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(date)
  return match === null ? year : `${year}-${match[1] ?? ''}-${match[2] ?? ''}`
}

/** A title that says its subtitle as well, where the title alone stands in another field. */
export function titleParts(
  title: string,
  short: string,
): { readonly title: string; readonly subtitle: string } {
  const rest = title.startsWith(short) && short !== '' ? title.slice(short.length) : ''
  const subtitle = /^\s*(?:[:：]|——|—)\s*(.+)$/s.exec(rest)?.[1] ?? ''
  return subtitle === '' ? { title, subtitle: '' } : { title: short, subtitle }
}

/**
 * A record as what an article is parsed from. What a list has of the text is mostly a summary; it is read as one, and
 * that it is one is doubtful. Fields that the archive does not know go to `extra` under their own names.
 */
export function referenceArticle(
  list: ReferenceList,
  { fields }: ReferenceRecord,
): Readonly<Record<string, unknown>> {
  const names = FIELDS[list]
  const used = new Set<string>()
  const valuesOf = (field: keyof FieldNames): readonly string[] => {
    for (const name of namesOf(names[field])) {
      const values = fields
        .filter(([one, value]) => one === name && value.trim() !== '')
        .map(([, value]) => value)
      if (values.length === 0 || used.has(name)) continue
      used.add(name)
      return values
    }
    return []
  }
  const valueOf = (field: keyof FieldNames): string => valuesOf(field)[0] ?? ''
  const type = valueOf('type').trim()
  const { title, subtitle } = titleParts(valueOf('title'), valueOf('subtitle'))
  const fullText = valuesOf('fullText').join('\n')
  const digest = fullText === '' ? valuesOf('digest').join('\n') : ''
  const date = dateWithYear(plainDate(valueOf('date')), plainDate(valueOf('year')))
  const pageEnd = list === 'ris' ? fields.find(([name]) => name === 'EP')?.[1] : undefined
  const page = [valueOf('page'), pageEnd ?? ''].filter(
    (one, at, all) => one !== '' && all.indexOf(one) === at,
  )
  if (pageEnd !== undefined) used.add('EP')
  const extra = new Map<string, string>()
  const found = {
    title,
    subtitle,
    newspaper: valueOf('newspaper'),
    medium: MEDIA_BY_TYPE.find(([pattern]) => pattern.test(type))?.[1],
    issueDate: date,
    page: page.join(','),
    pageTitle: valueOf('pageTitle'),
    edition: valueOf('edition'),
    authors: valuesOf('authors').flatMap((author) => author.split(/[;；、\n]/)),
    tags: valuesOf('tags').flatMap((tag) => tag.split(/[;；、，,\n]/)),
    url: valueOf('url').split('\n')[0],
    rights: valueOf('rights'),
    paragraphs: fullText === '' ? digest : fullText,
    ...(digest === '' ? {} : { textKind: 'digest', doubtful: ['textKind'] }),
  }
  for (const [name, value] of fields) {
    if (used.has(name) || value.trim() === '') continue
    const before = extra.get(name)
    extra.set(name, before === undefined ? value : `${before}\n${value}`)
  }
  return { ...found, ...(extra.size === 0 ? {} : { extra: Object.fromEntries(extra) }) }
}
