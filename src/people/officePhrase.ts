import { phraseStart } from './officeBounds'
import { collectives, HONOURS, occupations, officeHeads, wordBefore } from './officeTitles'

/** An office as a phrase of the text says it. */
export interface OfficePhrase {
  readonly start: number
  readonly end: number
  readonly kind: 'stated' | 'joined' | 'collective'
  readonly qualifiers: readonly string[]
  /** The word for the office, at its end: 局长 of 县财政局局长. */
  readonly head: string
}

const QUALIFIER =
  /^(?:(?:时任|现任|拟任|候任|已故|前任|原任|新任|首任|第一任|前(?![进锋郭门山卫程沿哨线景海埔洲港湖湾王后期街村屯营桥岗庄])|原(?![种料油子平阳野始材煤件村创著产州装]))(?!台))/u
const HAN = /\p{Script=Han}/u
const MEMBERS: ReadonlySet<string> = new Set(
  '人员 党员 团员 队员 学员 成员 社员 会员 官员 议员 动员 讯员 动员 球员 船员 组员 盟员 店员 职员 复员 满员 超员 定员 委员 伤员 病员 演员 雇员 要员 阁员'.split(
    ' ',
  ),
)
const titles: ReadonlySet<string> = new Set([...HONOURS, ...occupations])
const LONGEST_TITLE = 9
const LABEL_STARTS = /[\s;。,)的]/u
const STANDING = /(?:时任|现任|拟任|候任|原任|(?<![此以之])前任|新任|首任|第一任)$/u
/** 环境保护部原总工程师 */
const FORMER_WITHIN = /[部局委院会厅司处科室所省市县区校厂社团军心台行办]原(?!子|料|则|种|油|野|告|因)/u
/** Right before the word for an office: 法国前总统, 县人大原副主任. */
const FORMER = /[^目日以之生提空年月天平中高草太](?<word>[前原])(?:副|总|党委|党组|党支部|常务|第一)?$/u
const ACTING = /代(?=(?:理)?(?:省长|市长|县长|区长|镇长|乡长|主席|州长|部长|局长|校长|院长|书记|总理|总统))/u

function skipDigits(text: string, start: number, end: number): number {
  let at = start
  while (at < end && /[\d\s]/.test(text[at]!)) at += 1
  return at
}

/** 代表 of people who are alike in something (学生代表, 党员代表) is no office; that of a body is one (人大代表, 首席代表). */
const OF_A_GROUP =
  /(?:代表团|[党团队会社]员|官兵|学生|师生|同学|教师|职工|员工|工人|农民|市民|群众|家属|亲属|家长|青年|妇女|儿童|少年|老人|干部|专家|学者|商户|业主|企业家|嘉宾|界|球迷|校友|同胞|志愿者|运动员|裁判员|个体户|居民|考生|战士|民警)$/u
/** Qualifiers between the mark of a list and an office: 副市长、时任副县长甲. */
const QUALIFIED = /(?:时任|现任|拟任|候任|原任|前任|新任|首任|前|原)$/u
/** Right before an office that somebody gets, so that it is not the next name's: 甲当选首相 乙致贺电. */
const GETS = /(?:当选|就任|出任|担任|接任|连任|升任|被任命为|当选为)$/u
/** Words for an office only together with what is before them: 人大代表, not 代表. */
const NEEDS_MORE: ReadonlySet<string> = new Set(['代表', '委员', '理事', '董事', '助理', '秘书'])
/** Reads the qualifiers at the start of an office: where the office itself starts, and what they are. */
function readQualifiers(
  text: string,
  from: number,
  end: number,
  head: string,
): readonly [start: number, readonly string[]] {
  const qualifiers: string[] = []
  let start = from
  for (;;) {
    start = skipDigits(text, start, end)
    const qualifier = QUALIFIER.exec(text.slice(start, end))?.[0]
    if (qualifier === undefined || start + qualifier.length >= end) break
    // 五年前时任县长: the 前 belongs to the time.
    if (qualifier !== '前' || !/[年月天日]/u.test(text[start - 1] ?? '')) qualifiers.push(qualifier)
    start += qualifier.length
  }
  const standing = STANDING.exec(text.slice(Math.max(0, start - 3), start))?.[0]
  if (standing !== undefined && !qualifiers.includes(standing)) qualifiers.unshift(standing)
  if (FORMER_WITHIN.test(text.slice(start, end)) && !qualifiers.includes('原')) qualifiers.push('原')
  const former = FORMER.exec(text.slice(start, end - head.length))?.groups?.['word']
  if (former !== undefined && !qualifiers.includes(former)) qualifiers.push(former)
  // 老书记: one who was it, or has long been it.
  if (start === end - head.length && text[start - 1] === '老') qualifiers.push('老')
  if (ACTING.test(text.slice(start, end))) qualifiers.push('代')
  return [start, qualifiers]
}

/** Whether two characters end a word for a post (投递员), not for a member of something. */
function isPost(word: string): boolean {
  return word.length === 2 && word.endsWith('员') && HAN.test(word[0]!) && !MEMBERS.has(word)
}

function headAt(text: string, end: number): readonly [word: string, kind: 'stated' | 'collective'] {
  const collective = wordBefore(text, end, collectives)
  const listed = wordBefore(text, end, officeHeads)
  const head = listed === '' && isPost(text.slice(end - 2, end)) ? text.slice(end - 2, end) : listed
  if (head === '代表' && OF_A_GROUP.test(text.slice(Math.max(0, end - 6), end - 2))) return ['', 'stated']
  return collective !== '' && collective.length >= head.length ? [collective, 'collective'] : [head, 'stated']
}

/** The office that ends at `end`, not reaching left of `limit`; `null` where no word for an office ends there. */
function officeEndingAt(text: string, end: number, limit: number): OfficePhrase | null {
  const [head, kind] = headAt(text, end)
  if (head === '' || end - head.length < limit) return null
  const from = Math.min(phraseStart(text, end - head.length, limit), end - head.length)
  const [start, qualifiers] = readQualifiers(text, from, end, head)
  if (start === end - head.length && NEEDS_MORE.has(head)) return null
  return { start, end, kind, qualifiers, head }
}

/** The office that is exactly the text from `start` to `end`, qualifiers at its start apart; `null` where that is none. */
export function officeAt(text: string, start: number, end: number): OfficePhrase | null {
  const [head, kind] = headAt(text, end)
  if (head === '' || end - head.length < start || kind === 'collective') return null
  if (phraseStart(text, end - head.length, start) > start) return null
  const [from, qualifiers] = readQualifiers(text, start, end, head)
  return { start: from, end, kind, qualifiers, head }
}

/** An office of two with 兼 between them as two. */
function split(text: string, phrase: OfficePhrase): readonly OfficePhrase[] {
  const at = text.slice(phrase.start, phrase.end).indexOf('兼')
  if (at <= 0) return [phrase]
  const middle = phrase.start + at
  const second = { ...phrase, start: middle + 1, kind: 'joined' as const }
  const isFirstAnOffice = wordBefore(text, middle, officeHeads) !== ''
  return isFirstAnOffice ? [{ ...phrase, end: middle, kind: 'joined' }, second] : [phrase]
}

/** A role that a meeting gives to those who lead it. */
const LEADS_A_MEETING = /(?:执行|常务)主席$/u

/** Offices in a row, of which those by which a meeting is led are one: 大会执行主席、主席团常务主席. */
function withMeetingRolesAsOne(text: string, phrases: readonly OfficePhrase[]): readonly OfficePhrase[] {
  const joined: OfficePhrase[] = []
  for (const phrase of phrases) {
    const former = joined.at(-1)
    const areOne =
      former !== undefined &&
      text[former.end] === '、' &&
      [former, phrase].every(({ start, end }) => LEADS_A_MEETING.test(text.slice(start, end)))
    if (areOne) joined.splice(-1, 1, { ...phrase, start: former.start })
    else joined.push(phrase)
  }
  return joined
}

/** Where an honour or an occupation starts that stands between offices and a name; -1 where there is none. */
function startOfTitle(text: string, end: number, limit: number): number {
  const word = wordBefore(text, end, titles, LONGEST_TITLE)
  return word === '' ? -1 : phraseStart(text, end - word.length, limit)
}

/**
 * The offices that stand right before a name, in the order of the text: 苏州市副市长、吴江市委书记 are two. None where no
 * word for an office ends there. A label such as 指挥长： is one, too, and honours in between are passed over.
 *
 * @param end where the name starts
 * @param limit where what came before ends, such as another name
 */
export function officesBefore(text: string, end: number, limit: number): readonly OfficePhrase[] {
  let at = end
  while (at > limit && text[at - 1] === ' ') at -= 1
  const isApart = at < end
  const isLabel = text[at - 1] === ':'
  if (isLabel) at -= 1
  const phrases: OfficePhrase[] = []
  for (;;) {
    const phrase = officeEndingAt(text, at, limit)
    const start = phrase?.start ?? startOfTitle(text, at, limit)
    if (start === -1) break
    if (phrase !== null) phrases.unshift(...split(text, phrase))
    const mark = start - 1 - (QUALIFIED.exec(text.slice(Math.max(limit, start - 2), start))?.[0].length ?? 0)
    if (text[mark] !== '、' || mark <= limit || phrases.length > 8) break
    at = mark
  }
  const first = phrases[0]
  if (isApart && first !== undefined && GETS.test(text.slice(Math.max(0, first.start - 4), first.start)))
    return []
  if (isLabel && first !== undefined && first.start > 0 && !LABEL_STARTS.test(text[first.start - 1]!))
    return []
  const offices = withMeetingRolesAsOne(text, phrases)
  return offices.length > 1
    ? offices.map((phrase) => (phrase.kind === 'stated' ? { ...phrase, kind: 'joined' } : phrase))
    : offices
}
