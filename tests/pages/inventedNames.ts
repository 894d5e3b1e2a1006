/** Names of persons, places and papers that are formed like real ones and that nobody bears. */

const SURNAMES = '张李王陈刘周吴赵孙徐朱胡林何郭罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶杜'.split('')

/** The meanings (sample, example, alias, draft) keep anyone from taking them for real. */
const GIVEN_NAMES = [
  '示例',
  '样张',
  '例文',
  '试笔',
  '拟稿',
  '子虚',
  '乌有',
  '范例',
  '假名',
  '托名',
  '样稿',
  '仿真',
  '例言',
  '虚白',
]
const SHORT_GIVEN_NAMES = '例样范拟'.split('')

/** Names of three characters. */
export const PERSONS: readonly string[] = SURNAMES.flatMap((surname) =>
  GIVEN_NAMES.map((given) => surname + given),
)

/** Names of two characters, which papers print with a space inside. */
export const SHORT_NAMED_PERSONS: readonly string[] = SURNAMES.flatMap((surname) =>
  SHORT_GIVEN_NAMES.map((given) => surname + given),
)

/** Names with a compound surname. */
export const COMPOUND_NAMED_PERSONS: readonly string[] = ['欧阳', '司马', '上官', '诸葛'].flatMap((surname) =>
  GIVEN_NAMES.map((given) => surname + given),
)

/** Names as Uyghur, Tibetan and Kazakh names are written in Chinese. */
export const DOTTED_PERSONS: readonly string[] = ['阿依', '扎西', '买买', '巴特', '库尔', '才让'].flatMap(
  (first) => GIVEN_NAMES.map((given) => `${first}·${given}`),
)

/** A county or city: its bare name and its name with the rank. */
export interface InventedPlace {
  readonly short: string
  readonly full: string
  /** For addresses of web sites. */
  readonly latin: string
}

const place = (short: string, rank: string, latin: string): InventedPlace => ({
  short,
  full: short + rank,
  latin,
})

export const PLACES: readonly InventedPlace[] = [
  place('青禾', '县', 'qinghe'),
  place('云渡', '市', 'yundu'),
  place('柏原', '县', 'baiyuan'),
  place('临漪', '区', 'linyi'),
  place('沐溪', '县', 'muxi'),
  place('枫渡', '市', 'fengdu'),
  place('雁回', '县', 'yanhui'),
  place('松陂', '市', 'songpi'),
  place('泽原', '县', 'zeyuan'),
  place('白鹭湾', '区', 'bailuwan'),
]

/** How papers are named after their place; `今日X` and `X报` are papers too. */
export const PAPER_FORMS: readonly string[] = [
  'X日报',
  'X晚报',
  'X都市报',
  'X晨报',
  'X时报',
  'X商报',
  'X报',
  '今日X',
  'X周报',
  'X农村报',
]

/** How web sites of news are named after their place. */
export const SITE_FORMS: readonly string[] = ['X新闻网', 'X网', 'X在线', '中国X网', 'X热线']

export const OFFICE_FORMS: readonly string[] = [
  'X水利局',
  'X教育局',
  'X人民政府办公室',
  'X卫生健康局',
  'X农业农村局',
  'X文化和旅游局',
]

export const TOWNS: readonly string[] = [
  '城关镇',
  '柳堡镇',
  '石渠乡',
  '青塘镇',
  '双桥街道',
  '大坪乡',
  '东湾镇',
]
export const VILLAGES: readonly string[] = ['上坪村', '新塘村', '陈家垄村', '李子坝村', '三岔河村', '枣林村']

/** Breadcrumbs of sites, widest first, without the home page and the word for the text. */
export const CHANNELS: readonly (readonly string[])[] = [
  ['新闻中心', '本地新闻'],
  ['新闻', '社会民生'],
  ['政务动态', '部门动态'],
  ['党建之窗', '基层组织'],
  ['文化旅游', '文化动态'],
  ['三农频道', '田间地头'],
  ['扎实开展“走千家进万户”活动', '工作进展'],
  ['聚焦2·0时代', '专题报道'],
]

/** Names of printed pages. */
export const PAGE_TITLES: readonly string[] = ['要闻', '综合新闻', '民生', '县域', '经济', '社会', '教科文卫']
