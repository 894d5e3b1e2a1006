import { fold } from '../../text/fold'
import { joinPaddedWords, nameLikeness } from './personName'

/** The persons of a by-line, and whether it is nothing but one. */
export interface Byline {
  /** Writers, in order, each once; photographers and editors are none. */
  readonly writers: readonly string[]
  /** Whether every word of it is a name, a role or a mark. */
  readonly isWhole: boolean
  /** Whether every name among the writers plainly looks like one. */
  readonly isPlain: boolean
  /** Whether it names a role: 记者, 作者, 摄, 编辑. */
  readonly hasRole: boolean
  /** Whether the role is a writer's by a word that stands for nothing else: 记者, 作者, 通讯员. */
  readonly namesWriters: boolean
}

type Role = 'writer' | 'photographer' | 'editor' | 'both'

const OF =
  '(?:本[报网刊台社站]|新华社|中新社|人民网|新华网|中新网|全媒体|融媒体?|新媒体|特约|特派|首席|见习|实习|高级|资深|专职|驻\\p{Script=Han}{2,6}?|\\p{Script=Han}{1,10}?(?:日报|晚报|早报|晨报|都市报|商报|时报|快报|报社|报|网|电视台|广播|台|客户端|融媒体?中心|融媒体?))'
const ROLE_WORDS: readonly (readonly [role: Role, pattern: string])[] = [
  [
    'both',
    '摄影报道|摄影/报道|图文报道|文/摄影|文/图片|文、图|文/图|图/文|文/摄|文并摄|文并图|摄/文|文图|图文|撰文/摄影|采写/摄影|文字/摄影|文·图|文\\+图|(?<!\\p{Script=Han})文 图(?=[:/ ])',
  ],
  [
    'editor',
    '责任编辑|本版编辑|实习编辑|值班编辑|编辑|责编|编审|校对|审核|监制|统筹|策划|美编|设计|剪辑|视觉|版式|制版',
  ],
  ['photographer', '摄影记者|视觉记者|摄影|摄像|供图|配图|制图|绘图|绘画|插图|漫画|题图|图片|图/视频|视频'],
  [
    'writer',
    `(?:${OF}{0,3})(?:记者|通讯员|评论员|特约撰稿人|撰稿人|撰稿|报道员|观察员)|撰文|采写|采访|文字|实习生|实习学生|作者|报道组|报道|整理|口述|执笔|讲述|主笔|译者?(?=[:/ ])`,
  ],
]
const ROLE = new RegExp(ROLE_WORDS.map(([role, pattern]) => `(?<${role}>${pattern})`).join('|'), 'gu')
/** One-character roles: between marks, or 摄 behind a name. */
const SHORT_ROLE =
  /(?<=^|[\s/(（、,])(?<writer>文)(?=$|[\s/:])|(?<=^|[\s/(（、,])(?<photographer>图|摄|绘|画)(?=$|[\s/:)])|(?<=\p{Script=Han}{2})(?<taken>摄)(?=$|[\s)，,、/])/gu

/** 記者張三／台北報導: where the report was written. */
const PLACE_OF_REPORT = /\/\s?\p{Script=Han}{2,8}(?:报导|报道|电)(?=$|[\s)\]】])/u

const WORD_MARK = /[\s、，,;；/|丨&+()（）[\]【】:："。.—–-]+/u

interface Found {
  readonly role: Role
  readonly start: number
  readonly end: number
}

function findRoles(folded: string): readonly Found[] {
  const found: Found[] = []
  const add = (match: RegExpExecArray): void => {
    const groups = match.groups ?? {}
    const role: Role =
      groups['both'] !== undefined
        ? 'both'
        : groups['editor'] !== undefined
          ? 'editor'
          : groups['photographer'] !== undefined || groups['taken'] !== undefined
            ? 'photographer'
            : 'writer'
    const end = match.index + match[0].length
    if (!found.some((one) => one.start < end && match.index < one.end)) {
      found.push({ role, start: match.index, end })
    }
  }
  for (const match of folded.matchAll(ROLE)) add(match)
  for (const match of folded.matchAll(SHORT_ROLE)) add(match)
  return found.sort((one, other) => one.start - other.start)
}

/** A text with the characters blank that are blank in its folded form. */
function blankedLike(text: string, folded: string): string {
  let blanked = ''
  for (let at = 0; at < text.length; at += 1) blanked += folded.charAt(at) === ' ' ? ' ' : text.charAt(at)
  return blanked
}

/** Foreign names in Latin letters keep the space between their parts; all other words are parted at it. */
function wordsOf(text: string): readonly string[] {
  const words = text.split(WORD_MARK).filter((word) => word !== '')
  if (/^[A-Z][\p{L}'’.-]+(?: [A-Z][\p{L}'’.-]*){1,3}$/u.test(text.trim())) return [text.trim()]
  return joinPaddedWords(words)
}

/**
 * Reads a by-line of at most 120 characters: 本报记者 张三 李四 通讯员 王五, 文/张三 图/李四, 记者 张 三 摄. A role stands before its
 * names; 摄 and 供图 may stand behind them. Without a role every name is a writer's.
 */
export function readByline(text: string): Byline {
  const none: Byline = { writers: [], isWhole: false, isPlain: false, hasRole: false, namesWriters: false }
  // A wide space between two characters pads one name.
  let written = text.replaceAll(
    /(?<=(?:^|[\s、，/:：)）者员])\p{Script=Han})\u3000{1,2}(?=\p{Script=Han}(?:$|[\s、，,）)]))/gu,
    '',
  )
  if (written.length > 120) return none
  const folded = fold(written).replace(PLACE_OF_REPORT, (match) => ' '.repeat(match.length))
  written = blankedLike(written, folded)
  const roles = findRoles(folded)
  const groups: { role: Role; names: string[]; others: number }[] = []
  const read = (role: Role, from: number, to: number): number => {
    const names: string[] = []
    let others = 0
    const isListed = /[、，,;；]/.test(written.slice(from, to))
    for (const word of wordsOf(written.slice(from, to))) {
      const name = word.replace(/^(?:和|与|及)(?=\p{Script=Han}{2,3}$)/u, '').replace(/等$/, '')
      const likeness = nameLikeness(name)
      // Behind plain names, a word that may be one is one only in an enumeration.
      const isAstray =
        likeness === 'possible' && names.some((one) => nameLikeness(one) === 'plain') && !isListed
      if (likeness === 'none' || isAstray) others += /\p{L}/u.test(name) ? 1 : 0
      else names.push(name)
    }
    groups.push({ role, names, others })
    return names.length
  }
  read('writer', 0, roles[0]?.start ?? written.length)
  roles.forEach(({ role, end }, index) => {
    const last = groups.at(-1)!
    const to = roles[index + 1]?.start ?? written.length
    const hasNamesBehind = /\p{L}/u.test(written.slice(end, to))
    const isBehind =
      !hasNamesBehind &&
      last.names.length > 0 &&
      (role === 'photographer' || role === 'both' || role === 'writer')
    if (isBehind && role === 'photographer') last.role = 'photographer'
    read(isBehind ? 'writer' : role, end, to)
  })
  // Words before the first role that are no names are the office that the reporter writes for.
  if (roles.length > 0) groups[0]!.names = groups[0]!.names.filter((name) => nameLikeness(name) === 'plain')
  const counted = groups.filter((group, index) => index > 0 || roles.length === 0 || group.names.length > 0)
  const writing = counted.filter((group) => group.role === 'writer' || group.role === 'both')
  const writers = [...new Set(writing.flatMap((group) => group.names))]
  const others = counted.reduce((sum, group) => sum + group.others, 0)
  return {
    writers,
    isWhole: others === 0 && (roles.length > 0 || writers.length > 0),
    isPlain: writers.every((name) => nameLikeness(name) === 'plain'),
    hasRole: roles.length > 0,
    namesWriters: roles.some(({ start, end }) =>
      /记者|通讯员|作者|撰|采写|评论员|实习生|报道员/.test(folded.slice(start, end)),
    ),
  }
}
