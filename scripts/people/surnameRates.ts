/**
 * How many of 10,000 people in China have a surname, rounded, for the frequent ones, and the others by how rare they are.
 * The figures are facts published with the household registers (2007 to 2020); the rare ones are those of 百家姓 and of
 * later lists.
 */
const FREQUENT = [
  '王725 李719 张683 刘538 陈453 杨308 赵229 黄223 周212 吴205 徐166 孙154 胡131 朱126 高121 林118 何117 郭115',
  '马105 罗86 梁85 宋81 郑78 谢72 唐69 韩68 冯64 于62 董61 程57 曹57 肖55 袁54 邓54 许54 傅51',
  '沈50 曾50 彭49 吕47 苏46 卢46 蒋46 蔡46 贾43 丁42 魏42 薛41 叶41 余41 潘41 杜39 戴35 夏35',
  '钟35 汪34 田34 任34 姜34 范33 方33 石32 姚31 谭31 廖30 邹30 熊29 金28 陆27 郝26 孔25 白25',
  '崔25 康25 毛24 邱24 秦24 江24 史23 顾23 侯23 邵22 孟22 龙21 万21 段20 雷20 钱20 阎20 闫20',
  '付20 汤19 尹19 黎18 易18 常17 武17 乔16 贺16 赖16 龚15 文15 庞13 樊13 兰12 殷12 施12 陶12',
  '洪12 翟12 韦12 安11 颜11 倪11 严11 牛11 温11 季10 俞10 章10 鲁10 葛10 邢10 萧10',
].join(' ')

/** About 5 in 10,000. */
const LESS_FREQUENT = [
  '芦伍申尤毕聂丛焦向柳路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查',
  '屈鲍覃霍翁隋甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧宫苟全褚廉简娄',
  '盖符奚穆党燕郎冀谈姬屠连晏栾郁商蒙喻窦迟冷卓花仇艾蓝巩井虞卞封官佟匡宗应巫鞠桑荆沙岑胥朴茅骆缪荣',
  '蒲尚代',
].join('')

/** About 1 in 10,000; the reader of names asks for more before it takes one of them for a surname. */
const RARE = [
  '来满木邸郜计揭宇敖糜鄢都练仲乐竺冼原衣楚栗谌银明伏习保和蔺水云昌凤酆皮元平湛禹狄贝危麻支昝干贲杭诸',
  '钮嵇滑荀羊於惠麴芮羿储汲邴松富乌巴弓牧隗山宓蓬郗班仰秋伊暴钭厉戎祖束幸韶蓟印宿怀邰从鄂索咸籍苍双',
  '闻莘翦贡劳逄扶堵宰郦雍璩濮寿扈郏浦农别晁勾敬阙粘沃利越夔隆师厍訾阚那毋沐鞫丰巢蒯相权逯桓仉卿战闪',
  '修随展粟哈英药鹿由门邝檀寇帅海才肇智忻亓漆母经裘麦佘宣容亢况茹慕戈仝宦庾谯郤佴缑',
].join('')

/** Surnames of two characters, about 1 in 10,000 each. */
const COMPOUND = [
  '欧阳 上官 司马 诸葛 司徒 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 端木 夏侯 轩辕 百里 呼延 赫连 澹台',
  '独孤 南宫 万俟 闻人 申屠 太史 钟离 鲜于 闾丘 完颜 纳兰 拓跋 濮阳 西门',
  '公冶 单于 淳于 左丘 公羊 司空 司寇 宗政 太叔 仲孙 东郭 梁丘 漆雕 乐正 谷梁 叶赫 巫马 颛孙 公良 亓官',
].join(' ')

/** Surnames with their share of the people, each between 0 and 1. */
export function readSurnameRates(): ReadonlyMap<string, number> {
  const rates = new Map<string, number>()
  for (const entry of FREQUENT.split(' ')) rates.set(entry.slice(0, 1), Number(entry.slice(1)) / 10_000)
  for (const surname of LESS_FREQUENT) rates.set(surname, 5 / 10_000)
  for (const surname of RARE) rates.set(surname, 1 / 10_000)
  for (const surname of COMPOUND.split(' ')) rates.set(surname, 1 / 10_000)
  return rates
}
