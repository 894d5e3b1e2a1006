/** Words of a text that may name a day, a month or a year beside the day of its issue, and how they are told from others. */

const NUMBER = '[〇零一二三四五六七八九十廿]'
const PART_OF_DAY =
  '(?:上午|中午|下午|午后|午间|傍晚|晚上|晚间|晚(?![些于会报期年辈宴育稻])|夜间|夜里|深夜|凌晨|清晨|早上|早晨|早间)'
const MONTH = String.raw`(?:1[0-2]|0?[1-9]|元|十[一二]|[一二三四五六七八九十])`
const DAY = String.raw`(?:\d{1,2}|${NUMBER}{1,3})`

/**
 * The candidates, tried where `dateSigns` says: a group tells of which kind one is. It runs on folded text. What stands around a
 * candidate decides whether it is one (`isDayWord` and its like); most that look like one are.
 */
export const RELATIVE_WORDS = new RegExp(
  [
    String.raw`(?<dayWord>(?:大?[前后]天|[前今昨明][天日晨早晚]|[今昨]夜|当[天日晚夜]|次日|翌日))(?<part>${PART_OF_DAY})?`,
    String.raw`(?<week>上上个?|上个?|本|这个?|下个?)(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])(?<weekPart>${PART_OF_DAY})?`,
    String.raw`(?:周|星期)(?<plainWeekday>[一二三四五六日天])(?<plainPart>${PART_OF_DAY})?`,
    String.raw`(?<month>上个?|本|这个|下个?)月(?:的?(?:(?<dayOfMonth>${DAY})日|[上中下]旬|[初底末](?!期)))?`,
    String.raw`(?<year>大前|[前去今明])年(?:度(?!假))?(?:的?(?:(?<monthOfYear>${MONTH})月份?(?:(?<dayOfYear>${DAY})[日号]|[上中下]旬|[初底末](?!期))?|年?[初底末](?!期)|[上下]半年|[春夏秋冬](?:天|季)|第?[一二三四]季度|全年|同期))?`,
    String.raw`(?<![\d〇零一二三四五六七八九十月年.\-~～—至号期第])(?<bareDay>[12]\d|3[01]|0?[1-9])日(?<barePart>${PART_OF_DAY})?`,
    String.raw`(?<edge>(?<![年去今明前])年[初底])`,
  ].join('|'),
  'uy',
)

/** What can be held on a day: with one of these, 今天的… is the day itself and not the present. */
const EVENT =
  '(?:[^，。、；]{0,6}?(?:会议|大会|会上|会见|会谈|发布会|座谈会|仪式|活动|比赛|决赛|半决赛|首轮|演出|晚会|开幕|闭幕|开工|签约|培训|讲座|论坛|考试|行情|收盘|成交|阅兵|升旗|庆典|演练|训练|飞行|发射|对接|天气|气温|降雨|报道|报纸|节目|新闻|版面|《|联播))'

const DAY_AT_CLAUSE_START = /(?:^|[\s，,。;；:：、（(【\]】）)！!？?—])$/u
const LITERAL_TODAY = /(?:截至|截止|截止到|截至到|记者|从|自|于|定于)$/u
const FIGURATIVE_BEFORE_TODAY =
  /(?:直到|到了?|至|时至|有了?|没有|如|像|同|与|和|跟|比|的|延续|流传|沿用|保留|传承|发展|走|珍惜|立足|把握|属于|创造|面对|活在|生活在|存在于|当|现|对于|不同于|历史.{0,2}|昨[天日][、和与到]?)$/u
const FIGURATIVE_AFTER_TODAY = new RegExp(
  String.raw`^(?:的(?!${EVENT})|看来|这样|这个|这种|这[么般]|我们|咱们|人们|人类|依然|依旧|仍|更|还在|还是|再|才|回[首望看]|来看|重温|社会|世界|已[经成是然]|越来越|[、和与及](?:明|后)天|[，,]?(?:我们|咱们|中国人民|中华|世界|人类|站在|随着|当(?!地|日|天)|这(?!次|场|项|座|条|一天)|历史|新时代|面对|在(?:新|全面|中国|改革|这)|越来越|已经|依然|他们|很多|许多|曾经|不少|社会主义|全面|幸福|日益|只要|如果|尽管|虽然|无论|党的|红色|回望|回首|重温|我国|中国已|中国正|中国的))`,
  'u',
)
const TODAY_NEEDS =
  /^(?:[，,]|在|从|起|将|举行|召开|发布|公布|宣布|获悉|对|向|为(?!止)|于|正式|开|零时|是|就|抵|会见|上映|出版|下达|致电|签|启|首|通过|颁|迎|表示|电|讯)/u
const FIGURATIVE_BEFORE_YESTERDAY =
  /(?:的|告别|忘记|忘却|回顾|回望|铭记|重复|比|像|如|同|与|和|跟|不是|关于|属于)$/u
const FIGURATIVE_AFTER_YESTERDAY = new RegExp(
  String.raw`^(?:的(?!${EVENT})|[、和与到及]?今[天日]|今天|已成|还是今|一样|相比)`,
  'u',
)
const TOMORROW_NEEDS =
  /^(?:起|将(?!更|会)|举行|举办|开幕|闭幕|召开|开始|凌晨|白天|夜间|出版|正式|抵达|在(?!向)|上映|开播|播出|开赛|迎战|启程|发射|截止)/u
const FIGURATIVE_BEFORE_TOMORROW =
  /(?:[的向着造抱接好丽新烂煌更为对赢创拥迎绘写证说表声文光分聪透照清高黎昌]|走进|希望|未来|今天[、和与到])$/u
const BEFORE_TIANJIN = /^(?:津|启|顺)/u

function isClauseStart(before: string): boolean {
  return DAY_AT_CLAUSE_START.test(before)
}

function isToday(word: string, before: string, after: string): boolean {
  if (/(?:如|当|现|至|于|往)$/u.test(before) && !LITERAL_TODAY.test(before)) return false
  if (FIGURATIVE_AFTER_TODAY.test(after)) return false
  if (FIGURATIVE_BEFORE_TODAY.test(before) && !LITERAL_TODAY.test(before)) return false
  // 今日 is a part of many names of papers and programmes.
  return word !== '今日' || TODAY_NEEDS.test(after)
}

function isNightOrMorning(word: string, before: string, after: string): boolean {
  // 今晚报 is a newspaper.
  return !(word === '今晚' && /^(?:报|网|传媒|的(?:报|网))/u.test(after)) && !/[如当]$/u.test(before)
}

function isNamedDay(word: string, before: string, after: string): boolean {
  const isOther =
    /^(?:[津气然空色真地线使花幕台主职家辈期本子]|的(?:话))/u.test(after) ||
    (word === '当日' && after.startsWith('本'))
  return (
    !isOther &&
    (isClauseStart(before) ||
      /(?:^|[，,。;；]|[^一-鿿])(?:于|在|从|并|也|还|就在|截至|截止|而|但|另外)$/u.test(before))
  )
}

/**
 * Whether a day word is one where it stands: not a part of other words (前天津市长, 当天然气), not the present or the
 * future as such (今天的中国, 走向明天), not part of a name (今日说法). `before` and `after` are what stands around it
 * in the folded text, at least a few characters; `part` is the part of the day behind it, which makes it literal.
 */
export function isDayWord(word: string, part: string | undefined, before: string, after: string): boolean {
  if (part === undefined && BEFORE_TIANJIN.test(after)) return false
  if (word.startsWith('当') || word === '次日' || word === '翌日') return isNamedDay(word, before, after)
  if (/^[今昨明][晨早晚夜]$/u.test(word)) return isNightOrMorning(word, before, after)
  if (word === '前日' || word === '前天' || word === '前晚' || word === '前早' || word === '前晨') {
    if (
      /[目此以之当生提眼面胸身门楼房窗日年月周会赛战产睡饭术课\d一二三四五六七八九十几数天大]$/u.test(before)
    )
      return false
    return word === '前天'
      ? !/^(?:气|津|然|文|空|下|上(?!午)|安|府|台|花|地|的(?!会))/u.test(after)
      : part !== undefined && word === '前日'
  }
  if (word === '后天')
    return part !== undefined || (isClauseStart(before) && /^(?:起|将|举行|白天)/u.test(after))
  if (word === '大前天' || word === '大后天') return true
  if (part !== undefined) return !/[如当]$/u.test(before) || LITERAL_TODAY.test(before)
  if (word === '今天' || word === '今日') return isToday(word, before, after)
  if (word === '昨天' || word === '昨日')
    return !FIGURATIVE_BEFORE_YESTERDAY.test(before) && !FIGURATIVE_AFTER_YESTERDAY.test(after)
  return TOMORROW_NEEDS.test(after) && !FIGURATIVE_BEFORE_TOMORROW.test(before)
}

/** Days after the reference that a day word means; `null` for those reckoned from the day last named (当天, 次日). */
export function daysFromReference(word: string): number | null {
  if (word === '大前天') return -3
  if (word === '大后天') return 3
  const offsets: Readonly<Record<string, number>> = { 前: -2, 昨: -1, 今: 0, 明: 1, 后: 2 }
  return offsets[word.charAt(0)] ?? null
}

/** A number or a measure that goes on after 周一 and the like (本周三场比赛, 上周五大新闻, 周一至周五). */
const NO_WEEKDAY_AFTER =
  /^(?:[大场个位名项次天年十百家条部款支对连期起轮\d]|[至到、和\-~—](?:周|星期|本周|下周)|版|刊|$)/u

/** Whether a weekday with its week (上周三) is one. */
export function isWeekday(after: string): boolean {
  return !NO_WEEKDAY_AFTER.test(after) || after === ''
}

/** Whether a weekday alone is one: 周一 is also a name's beginning (周一围), and the day of a timetable. */
export function isPlainWeekday(before: string, part: string | undefined, after: string): boolean {
  if (!isWeekday(after) || after === '' || /^\s?[(（]/u.test(after)) return false
  if (/(?:每|逢|至|到|、|和)$/u.test(before)) return false
  const isAfterStart = isClauseStart(before) || /(?:于|在|当地时间|时间|将于)$/u.test(before)
  return (
    isAfterStart &&
    (part !== undefined ||
      /^(?:[，,]|在|将|举行|召开|宣布|发布|公布|表示|说|对|抵达|开始|开幕|就)/u.test(after))
  )
}

/**
 * Whether 上月, 本月, 下月 are what they seem (not 登上月球, 海上月, 以上月薪). In statistics (比上月回落) 上月 is the
 * month before the one that is reported, and not before that of the issue.
 */
export function isMonthWord(word: string, isPrecise: boolean, before: string, after: string): boolean {
  const isCompared = /[比较与同和持]$/u.test(before) || /^(?:水平|相比|持平|同期)/u.test(after)
  if (word.startsWith('上') && !isPrecise && isCompared) return false
  if (/^(?:[球亮坛台牙刊报票饼薪均租嫂]|光(?!光)|经)/u.test(after)) return false
  if (word === '上' || word === '下')
    return !/[以之登海江水山路湖楼树灯天年每\d〇一二三四五六七八九十]$/u.test(before)
  return !/(?:日|基|根)$/u.test(before)
}

/** Whether 去年, 今年 and so on are what they seem (not 过去年轻人, 证明年龄, 数千年前年代, 如今年). */
export function isYearWord(word: string, isPrecise: boolean, before: string, after: string): boolean {
  if (/^(?:[轻幼老画级龄货糕均迈]|代(?!表)|青人|味|过[七八九]旬|近[六七八九]旬)/u.test(after)) return false
  switch (word) {
    case '今':
      return isPrecise || !/(?:[如当现迄而]|(?<!截)至)$/u.test(before)
    case '去':
      return !/[过失逝除离]$/u.test(before)
    case '明':
      return !/[证说表声光透文阐申标注发清黎分聪]$/u.test(before)
    case '前':
      return (
        !/[以之此目提从生空年天月日多数大\d〇一二三四五六七八九十百千两几]$/u.test(before) &&
        !/^[后夜份产]/u.test(after)
      )
    default:
      return true
  }
}

const NO_DAY_BEFORE =
  /(?:[第续期共近约仅逾达满时长前后头过超足整了经每休歇停留待假有需短]|连续|为期|历时|长达|不到|至少|最多|仅用|用时|不足|农历|腊月|正月)$/u
const DAY_NEEDS =
  /^(?:[，,。]|在|从|将|举行|召开|宣布|发布|公布|表示|说(?!法)|电(?!视)|讯|开幕|闭幕|抵|起|就|对|向|会见|会晤|出席|是|开始|于|致电|应|同|与|分别|晚|凌|强调|指出|报道|通过|启程|结束|主持|以(?!内|上|下|后|来|前)|首次|正式|签署|发生|到(?!\d)|至(?!\d)|赴|离|\d{1,2}(?:时(?![间期代段])|点|:\d{2}))/u

/** Whether a day without its month (15日) is one, and not a number of days (3日内, 15日游, 每15日). */
export function isBareDay(before: string, part: string | undefined, after: string): boolean {
  if (NO_DAY_BEFORE.test(before)) return false
  return part !== undefined || DAY_NEEDS.test(after)
}

/** Whether 年初 and 年底 alone are this year's. */
export function isEdgeOfYear(before: string, after: string): boolean {
  return (
    (isClauseStart(before) || /(?:从|自|到)$/u.test(before)) && /^(?:以来|[，,]|前|起|时|至今)/u.test(after)
  )
}

/** A day and month that name something, or recur, and are no day of this year (五四运动 is older; 每年7月1日). */
export function isMonthAndDay(before: string, after: string): boolean {
  if (/(?:每年的?|历年|往年|同年|当年|次年|翌年|那年|是年|该年|其年|后年|逢|农历|阴历)$/u.test(before))
    return false
  return !/^(?:节|广场|路|街|学校|医院|国际|世界|大道|行动|事件|运动|条例|风波|社区|枪声|纪念)/u.test(after)
}

/** A clause that looks ahead. */
const FUTURE =
  /将(?!军|来|士|领|近|其)|拟|计划|起(?:施行|实施|执行|正式|[，,。]|至)|定于|施行|实施|预计|届时|开赛|截止|之前|(?<!以|此|目)前(?:完成|[，,])|到期/u

/** Whether the clause around a stretch speaks of what is to come. */
export function looksAhead(folded: string, start: number, end: number): boolean {
  const before = folded.slice(Math.max(0, start - 40), start)
  const clauseStart = Math.max(...['。', '!', '?', ';', ','].map((mark) => before.lastIndexOf(mark))) + 1
  const after = /^[^。!?;]{0,60}/u.exec(folded.slice(end))?.[0] ?? ''
  return FUTURE.test(before.slice(clauseStart)) || FUTURE.test(after)
}
