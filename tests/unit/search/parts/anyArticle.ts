import fc from 'fast-check'
import {
  NAME_KINDS,
  TEXT_KINDS,
  type Article,
  type OfficeMention,
  type PersonInArticle,
} from '../../../../src/domain/article'
import { anArticle, aPerson } from '../../builders/anArticle'

const anyText = fc.oneof(
  fc.constantFrom(
    '示例县',
    '示例县召开春耕工作会议',
    'Rail 2012 年报',
    '𠀀𠀁国',
    '',
    '第一行\n第二行',
    'ＡＢ１２',
    '\ud800断',
  ),
  fc.string({
    unit: fc.constantFrom('中', '国', '示', '例', '县', '会', '，', ' ', 'a', 'b', '1'),
    maxLength: 40,
  }),
)
/** Text that names days, written and by words, near the ends of the calendar too. */
const anyDatedText = fc.constantFrom(
  '昨天下午，示例县召开大会。',
  '2011年3月5日至7日，示例队来访，当天，“今天”',
  '今年6月，12月31日，次日，上月15日，明年1月',
  '1949年10月1日，去年',
)
const anyName = fc.constantFrom('张示例', '李 示例', '王示例', 'A. Example', '', '"引号"', '断\udc00')
const anyDate = fc.constantFrom(
  undefined,
  '2012',
  '2012-07',
  '2012-02-29',
  '2012-12-31',
  '0001-01-01',
  '9999',
  '1949-10',
)
const anyTermedText = fc.constantFrom(
  '推行“两清一绿”。',
  '“阳光”工程与“两清一绿”',
  '示例县第九届人民代表大会',
)
const anyOffice = fc.constantFrom('县长', '局长', '市领导', '', '主任')

/** An office as it is said, of any person: any kind, tense, event, qualifier and place. */
const anyOfficeMention: fc.Arbitrary<OfficeMention> = fc.record({
  office: anyOffice,
  at: fc.constant([0, 0, 2] as const),
  kind: fc.constantFrom('stated', 'joined', 'listed', 'collective'),
  event: fc.constantFrom('appointed', 'removed', null),
  tense: fc.constantFrom('current', 'retrospective'),
  qualifiers: fc.subarray(['原', '代', '拟任']),
  jurisdiction: fc.constantFrom(null, '', '示例', '样张'),
})

/** Any person as an article has them, recognised or given. */
const anyPerson: fc.Arbitrary<PersonInArticle> = fc.record(
  {
    name: anyName,
    offices: fc.array(anyOffice, { maxLength: 3 }),
    honours: fc.array(fc.constantFrom('劳动模范', '县长', ''), { maxLength: 2 }),
    kind: fc.constantFrom(...NAME_KINDS),
    confidence: fc.constantFrom('certain', 'possible'),
    officeMentions: fc.array(anyOfficeMention, { maxLength: 3 }),
  },
  { requiredKeys: ['name', 'offices'] },
)

/** Any article but for its id: every column has every case, and texts are long and short. */
const anyFields: fc.Arbitrary<Partial<Article>> = fc.record(
  {
    title: anyText,
    subtitle: anyText,
    newspaper: fc.constantFrom('示例日报', 'Example/Daily', ''),
    category: fc.array(fc.constantFrom('要闻', '地方', 'a/b', '%2F', ''), { maxLength: 3 }),
    publishedAt: fc.constantFrom('2013-01-05T08:30', '1960-06-06'),
    page: fc.constantFrom('1', '01,02', '1、1', ' , '),
    people: fc.array(anyPerson, { maxLength: 4 }),
    tags: fc.array(fc.constantFrom('农业', '铁路', ''), { maxLength: 3 }),
    authors: fc.array(anyName, { maxLength: 2 }),
    textKind: fc.constantFrom(...TEXT_KINDS),
    paragraphs: fc.array(fc.oneof({ weight: 3, arbitrary: anyText }, anyDatedText, anyTermedText), {
      maxLength: 4,
    }),
  },
  { requiredKeys: [] },
)

/** Some articles, with ids of their own. */
export function anyArticles(maxLength = 12): fc.Arbitrary<readonly Article[]> {
  return fc.array(fc.tuple(anyFields, anyDate, anyDate), { maxLength }).map((all) =>
    all.map(([fields, issueDate, eventDate], at) =>
      anArticle({
        ...fields,
        id: `${at % 2 === 0 ? 'example' : '示例'}-${at}`,
        ...(issueDate === undefined ? {} : { issueDate }),
        ...(eventDate === undefined ? {} : { eventDate }),
      }),
    ),
  )
}

/** Articles as an archive has them: one newspaper, ten years, a tree of categories, pages, some people and tags. */
export function manyArticles(count: number): readonly Article[] {
  return Array.from({ length: count }, (_, at) =>
    anArticle({
      id: `example-${20120000 + at}`,
      title: `示例县第${at}次春耕工作会议`,
      newspaper: '示例日报',
      issueDate: `${2012 + (at % 10)}-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}`,
      category: ['要闻', `栏目${at % 7}`],
      page: String((at % 8) + 1),
      people: [
        aPerson(`张示例${at % 401}`, '县长'),
        aPerson(`李示例${at % 977}`),
        aPerson(`王示例${at % 53}`),
      ],
      tags: [`题目${at % 31}`, `地方${at % 17}`],
      authors: [`记者${at % 97}`],
      paragraphs: [
        `示例县昨天召开第${at}次春耕工作会议。`,
        `县长张示例${at % 401}主持会议，参加的有${at % 13}个乡镇。`,
      ],
    }),
  )
}
