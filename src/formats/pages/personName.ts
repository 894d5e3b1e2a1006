import { fold } from '../../text/fold'
import { surnameLength } from './surnames'

/** How much a word looks like a name: like one that is plain, like one that it may be, or like none. */
export type NameLikeness = 'plain' | 'possible' | 'none'

/** Words of by-lines that begin like a name and are none. */
const NO_NAMES: ReadonlySet<string> = new Set(
  '同志 同志们 先生 女士 您好 你好 朋友 朋友们 读者 老师 记者 通讯员 综合 报道 整理 本报 本网 本站 来源 作者 编辑 未知 佚名 匿名 无名 原创 转载 网络 互联网 管理员 小编 编者 时报 万方 和讯 文图 图文 摄影 供图 连线 全文 简讯 时评 社评 马上 任务 高级 明天 成都 江苏 安徽 江西 广东 广西 白城 石家庄 金华 温州 常州 宁波 宁夏 海南 云南 贵州 甘肃 宜昌 荆州 方面 时间 关于 应急 全市 全县 全国 文字 文化 文明 文艺 文学 经济 经验 经过 和谐 干部 党员 党委 党建 党史 平安 安全 安居 项目 成果 成功 时候 相关 相信 支部 支持 支书 于是 由于 应该 应当 应对 来信 来稿 来电 华东 华北 路透社 法新社 美联社'.split(
    ' ',
  ),
)

/** Characters that stand in names of offices, places and firms, and hardly at the end of a person's. */
const OFFICE_END =
  /(?:[报社网局部委办院校司厂店馆所站处组室团队系市县区乡村街号厅]|中心|集团|政府|大学|小学|中学|频道|客户端|公众号|记者|主任|书记|局长|教授|主席|通讯|时间|次数|点击|浏览|阅读|模式|发表|该作者|发表于|只看该|新闻|首页)$/
/** Ends of words that are no names where no surname begins them. */
const WORD_END = /(?:会|台|科|省|州|路|镇|府|讯|电|稿|版|日|月|年|等|的|了|刚|于|数|错|页|生|务|字|号)$/

const HAN_NAME = /^\p{Script=Han}{2,4}$/u
const LONG_HAN_NAME = /^\p{Script=Han}{4,8}$/u
const FOREIGN_NAME = /^\p{Script=Han}{1,8}(?:·\p{Script=Han}{1,8}){1,3}$/u
const LATIN_NAME = /^[A-Z][\p{L}'’-]{0,20}\.?(?: [A-Z][\p{L}'’-]{0,20}\.?){1,3}$/u

/** How much a word without spaces looks like the name of a person. */
export function nameLikeness(name: string): NameLikeness {
  const folded = fold(name)
  if (FOREIGN_NAME.test(folded)) return 'plain'
  if (LATIN_NAME.test(name)) return 'possible'
  if (NO_NAMES.has(folded) || OFFICE_END.test(folded)) return 'none'
  if (HAN_NAME.test(folded)) {
    const surname = surnameLength(folded)
    const given = folded.length - surname
    if (surname > 0 && given >= 1 && given <= 2) return 'plain'
    return WORD_END.test(folded) ? 'none' : 'possible'
  }
  return LONG_HAN_NAME.test(folded) && !WORD_END.test(folded) ? 'possible' : 'none'
}

/** Single characters put together to names: as many as begin with a surname, of three characters before two. */
function joinSingles(characters: readonly string[]): readonly string[] | null {
  if (characters.length === 0) return []
  if (characters.length === 2 || characters.length === 3) return [characters.join('')]
  for (const length of characters.length % 2 === 0 ? [2, 3] : [3, 2]) {
    const name = characters.slice(0, length).join('')
    if (characters.length < length || surnameLength(fold(name)) === 0) continue
    const rest = joinSingles(characters.slice(length))
    if (rest !== null) return [name, ...rest]
  }
  return null
}

/** Words of a by-line with names that were padded with a space (`张 三`, `王 小 明`) put together. */
export function joinPaddedWords(words: readonly string[]): readonly string[] {
  const joined: string[] = []
  let singles: string[] = []
  const flush = (): void => {
    if (singles.length > 0) joined.push(...(joinSingles(singles.slice(0, 24)) ?? singles))
    singles = []
  }
  for (const word of words) {
    if (/^\p{Script=Han}$/u.test(word)) {
      singles.push(word)
      continue
    }
    // 张 三丰, 欧阳 修: a surname alone, and the given name behind it.
    const surname = singles.at(-1)
    if (surname !== undefined && singles.length % 2 === 1 && /^\p{Script=Han}{2}$/u.test(word)) {
      if (surnameLength(fold(surname)) === 1 && surnameLength(fold(word)) === 0) {
        singles.pop()
        flush()
        joined.push(surname + word)
        continue
      }
    }
    flush()
    joined.push(word)
  }
  flush()
  return joined
}
