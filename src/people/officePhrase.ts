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

const LONGEST_PHRASE = 30
/** Words that an office does not reach over, to the left; those that may also be part of a name of a body are not here. */
const STOP_WORDS = (
  '会见了 会见 会晤了 会晤 接见 邀请 应邀 应 由 在 是 与 和 同 及 以及 跟 对 向 给 为 被 把 将 据 经 请 让 使 的 了 从 到 至 往 等 任命 选举 选出 推选 当选为 当选 ' +
  '担任 出任 就任 兼任 历任 曾任 升任 改任 调任 接任 继任 连任 任 授予 免去 辞去 决定 提名 聘请 聘任 追授 时任 现任 拟任 候任 原任 ' +
  '今天 昨天 前天 明天 上午 下午 中午 晚上 傍晚 凌晨 昨日 今日 日前 近日 当天 当日 当晚 日 月 年 时 点 分 期间 之后 之前 随后 接着 同时 此外 其中 根据 按照 ' +
  '代表 陪同 听取 出席 参加 主持 来自 作为 即 如 叫 称 说 指出 强调 表示 认为 要求 介绍 报道 采访 看望 慰问 感谢 访问 任用 成为 找到 遇到 问 告诉 连 而 但 却 也 又 还 都 就 才 并 则 ' +
  '这位 那位 一位 两位 三位 几位 一名 两名 每位 各位 这个 那个 一个 老 新 由于 因为 通过 关于 包括 以 于 自 当 曾 已 正 前来 我国 本报 该 其 有 没有 只有 名 位 岁 来访的 访华的 正在 受 接替 随着 带着 陪着 跟着 着 推定 带领 率领 向着 迎接 欢迎 欢送 宴请'
).split(' ')
const stopWords: ReadonlySet<string> = new Set(STOP_WORDS)
/** Words in which a stop word is only letters: the names of bodies and of offices. */
const KEPT = (
  '共和国 和平 和田 和县 和政 人和 协和 永和 泰和 太和 政和 呼和浩特 和谐 同心 大同 合同 同江 同济 对外 以色列 在线 大使 特使 出使 国是 新华 新疆 新闻 新区 新城 新乡 新余 新安 ' +
  '新沂 新民 新昌 新县 新会 新加坡 新西兰 新野 新密 新郑 新泰 更新 创新 高新 新兴 新材料 新能源 日本 日报 日照 日喀则 晚报 年会 青年 少年 老年 月坛 分会 分局 分公司 分行 分校 分院 部分 ' +
  '点军 自治 自贡 自然 自行车 于都 于田 老龄 老干部 老河口 老挝 都江堰 成都 首都 都市 都匀 都昌 丰都 于洪 江都 名誉 名山 有限 有色 国有 共有 还乡 当涂 武当 应急 应县 应城 经济 经贸 经开 ' +
  '财经 石家庄 经营 任丘 责任 主任 常任 委任 聘任制 书记 记者 将军 上将 中将 少将 大将 名将 将乐 从化 从江 连云港 大连 连江 连州 连平 瑞连 连山 黄连 代表 代表团 代表大会 人大代表 党代表 ' +
  '给水 正定 正镶 正阳 正宁 修正 受灾 就业 创业 接待 说唱 中东 时报 时代 时装 临时 小时 时任 计划 分管 分宜 并州 合并 而立 如皋 如东 即墨 称多 叫卖 为民 为农 行为 有为 问题 访问团 信访 以东 同志 经理 ' +
  '对台 对外贸易 反对党 对口 对策 参与 与会 等级 高等 平等 等额 的黎波里 到任 至尊 来访 往来 来宾 自主 自来水 通用 包头 包河 通过率 教育 介绍所 国际 地名 矫正 校正 公正 正式 正职 社名 名誉'
).split(' ')
const LONGEST_KEPT = 4
const keptWords: ReadonlySet<string> = new Set(KEPT)

const QUALIFIER = /^(?:(?:时任|现任|拟任|候任|已故|前任|原任|新任|首任|第一任|前|原)(?!台))/u
const HAN = /\p{Script=Han}/u
const MEMBERS: ReadonlySet<string> = new Set(
  '人员 党员 团员 队员 学员 成员 社员 会员 官员 议员 动员 讯员 动员 球员 船员 组员 盟员 店员 职员 复员 满员 超员 定员 委员 伤员 病员 演员 雇员 要员 阁员'.split(
    ' ',
  ),
)
const titles: ReadonlySet<string> = new Set([...HONOURS, ...occupations])
const LONGEST_TITLE = 9
const LABEL_STARTS = /[\s;。,)]/u
const STANDING = /(?:时任|现任|拟任|候任|原任|首任|第一任)$/u
/** 环境保护部原总工程师 */
const FORMER_WITHIN = /[部局委院会厅司处科室所省市县区校厂社团军心台行办]原(?!子|料|则|种|油|野|告|因)/u
const ACTING = /代(?=(?:理)?(?:省长|市长|县长|区长|镇长|乡长|主席|州长|部长|局长|校长|院长|书记|总理|总统))/u

/** Marks which characters of a run belong to words that a phrase may reach over. */
function keptMarks(run: string): Uint8Array {
  const marks = new Uint8Array(run.length)
  for (let at = 0; at < run.length; at += 1) {
    for (let length = Math.min(LONGEST_KEPT, run.length - at); length > 1; length -= 1) {
      if (!keptWords.has(run.slice(at, at + length))) continue
      marks.fill(1, at, at + length)
      break
    }
  }
  return marks
}

/** How far to the left a phrase goes that ends at `end`; not over `limit`, punctuation, or a stop word. */
function phraseStart(text: string, end: number, limit: number): number {
  const least = Math.max(limit, end - LONGEST_PHRASE)
  let from = end
  while (from > least && /[\p{Script=Han}\w]/u.test(text[from - 1]!)) from -= 1
  const run = text.slice(from, end)
  const marks = keptMarks(run)
  for (let at = run.length; at > 0; at -= 1) {
    for (let length = Math.min(3, at); length > 0; length -= 1) {
      const word = run.slice(at - length, at)
      if (!stopWords.has(word)) continue
      if (marks.subarray(at - length, at).every((mark) => mark === 1)) continue
      return from + at
    }
  }
  return from
}

function skipDigits(text: string, start: number, end: number): number {
  let at = start
  while (at < end && /[\d\s]/.test(text[at]!)) at += 1
  return at
}

/** Words for an office only together with what is before them: 人大代表, not 代表. */
const NEEDS_MORE: ReadonlySet<string> = new Set(['代表', '委员', '理事', '董事', '助理', '秘书'])

/** Reads the qualifiers at the start of an office: where the office itself starts, and what they are. */
function readQualifiers(
  text: string,
  from: number,
  end: number,
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
  return collective !== '' && collective.length >= head.length ? [collective, 'collective'] : [head, 'stated']
}

/** The office that ends at `end`, not reaching left of `limit`; `null` where no word for an office ends there. */
function officeEndingAt(text: string, end: number, limit: number): OfficePhrase | null {
  const [head, kind] = headAt(text, end)
  if (head === '' || end - head.length < limit) return null
  const from = Math.min(phraseStart(text, end - head.length, limit), end - head.length)
  const [start, qualifiers] = readQualifiers(text, from, end)
  if (start === end - head.length && NEEDS_MORE.has(head)) return null
  return { start, end, kind, qualifiers, head }
}

/** The office that is exactly the text from `start` to `end`, qualifiers at its start apart; `null` where that is none. */
export function officeAt(text: string, start: number, end: number): OfficePhrase | null {
  const [head, kind] = headAt(text, end)
  if (head === '' || end - head.length < start || kind === 'collective') return null
  if (phraseStart(text, end - head.length, start) > start) return null
  const [from, qualifiers] = readQualifiers(text, start, end)
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
  const isLabel = text[at - 1] === ':'
  if (isLabel) at -= 1
  const phrases: OfficePhrase[] = []
  for (;;) {
    const phrase = officeEndingAt(text, at, limit)
    const start = phrase?.start ?? startOfTitle(text, at, limit)
    if (start === -1) break
    if (phrase !== null) phrases.unshift(...split(text, phrase))
    if (text[start - 1] !== '、' || start - 1 <= limit || phrases.length > 8) break
    at = start - 1
  }
  const first = phrases[0]
  if (isLabel && first !== undefined && first.start > 0 && !LABEL_STARTS.test(text[first.start - 1]!))
    return []
  return phrases.length > 1
    ? phrases.map((phrase) => (phrase.kind === 'stated' ? { ...phrase, kind: 'joined' } : phrase))
    : phrases
}
