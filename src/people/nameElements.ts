/** Family names that Japanese names begin with; common knowledge, simplified. */
const JAPANESE =
  '田中 佐藤 铃木 高桥 伊藤 渡边 山本 中村 小林 加藤 吉田 山田 佐佐木 山口 松本 井上 木村 清水 山崎 中岛 池田 阿部 桥本 山下 石川 中山 ' +
  '小川 石井 长谷川 后藤 冈田 近藤 前田 藤田 远藤 青木 坂本 村上 太田 金子 藤井 福田 西村 三浦 竹内 中川 冈本 松田 原田 中野 小野 田村 ' +
  '藤原 中田 石田 小山 上田 森田 柴田 酒井 工藤 横山 宫崎 宫本 内田 高木 安藤 谷口 大野 丸山 今井 河野 藤本 村田 武田 上野 杉山 增田 平野 ' +
  '大塚 千叶 久保 松井 小岛 岩崎 樱井 野口 松尾 野村 木下 菊地 佐野 大西 杉本 新井 古川 滨田 市川 小松 水野 山内 西田 菅原 小泉 安倍 麻生 ' +
  '鸠山 野田 岸田 小渊 竹下 海部 细川 羽田 宫泽 中曾根 大平 铃木 三木 佐藤 村山 福田 菅直 石破 岸信 河村 町村 高村 谷垣 二阶 茂木 额贺 ' +
  '久间 武部 前原 冈崎 土井 不破 志位 池田 平山 井上 东山 川端 大江 芥川 夏目 宫城 黑泽 小津 北野 宫崎 坂口 坂田 赵治 小林 武宫 加藤 依田 ' +
  '小野寺 东条 近卫 松下 丰田 本田 盛田 稻盛 川口 梅田 石原 武村 野中 樱内 津田 水上 上杉 中江 京野 长妻 根本 高野 贝原 广田 穗积 佐多 土井 土肥原 米内 ' +
  '山县 伊达 织田 德川 丰臣 足利 北条 明智 毛利 岛津 前岛 秋山 秋田 星野 松冈 松村 松永 松山 松平 柳田 柳泽 栗原 森本 森冈 横田 水原 水岛 永井 ' +
  '永田 冲田 河合 河内 河村 河本 浅野 浅井 浅田 海老原 涩谷 深田 清野 渡部 熊谷 片山 片冈 牧野 猪俣 玉木 白川 白石 相泽 矢野 矢田 石桥 神田 神谷 福岛 ' +
  '福井 秋元 稻田 稻垣 立花 竹中 筒井 米田 绪方 羽生 胜田 臼井 芳贺 花田 若林 若山 茅野 荒川 荒木 菅野 菊池 萩原 落合 藤冈 藤野 藤泽 西尾 西川 西园寺 西山 ' +
  '角田 谷川 谷村 赤松 赤木 足立 辻本 近卫 远山 金井 金泽 铃村 长岛 长野 长田 长尾 长岗 门田 关口 关根 阪本 青山 须藤 饭田 饭岛 饭冢 高岛 高田 高山 高杉 ' +
  '鸟居 黑木 黑田 龟井 龟山 户田 户井 宇野 宇佐美 安田 宇都宫 寺内 寺田 小泽 小池 小室 小笠原 尾崎 山崎 山中 山根 岩田 岩本 岩井 岛田 岛村 川崎 川村 川岛 平田 平井 ' +
  '广濑 成田 新田 早川 星川 春日 有马 有田 服部 望月 村松 村越 东乡 板垣 板仓 根岸 桑原 樋口 樱田 江口 江崎 江藤 泷泽 盐田 细田 二宫 五十岚 仲村 伊东 ' +
  '佐久间 佐竹 佐伯 儿玉 八木 内山 冈村 冈部 冢本 加贺 北川 北村 北原 南原 古贺 吉冈 吉川 吉村 和田 土屋 坂田 堀内 堀江 大久保 大泽 大桥 大川 大岛 大仓 大谷 大竹 ' +
  '大前 奥田 奥村 伊奈 户漳 津岛 中尾 中井 中西 中原 中泽 丹羽 久保田 今村'

/** Parts that Tibetan, Mongol and Uyghur names are made of. */
const TIBETAN =
  '扎西 次仁 多吉 卓玛 央金 格桑 旺堆 罗布 次旦 丹增 平措 拉姆 桑珠 尼玛 达瓦 洛桑 索朗 边巴 强巴 巴桑 白玛 德吉 曲珍 仁增 加措 嘉措 益西 ' +
  '土登 班觉 顿珠 贡布 贡嘎 晋美 坚赞 江村 列确 热地 普布 旦增 阿旺 赤列 欧珠 才让 才旦 卓嘎 措姆 旺姆 旺扎 旺久 桑吉 更登 华旦 尕藏 向巴 玉珍 拉巴 帕巴 格列 朗杰 ' +
  '云丹 齐扎拉 群培 登巴 泽仁 泽登 降央 四郎 生龙 泽郎'
const MONGOL =
  '巴特尔 其其格 乌云 乌兰 布赫 巴图 巴雅尔 额尔敦 孟和 毕力格 苏和 那顺 朝鲁 宝音 格日勒 图雅 高娃 娜仁 花尔 哈斯 阿古拉 特木尔 斯琴 萨仁 ' +
  '达来 满都 布仁 白音 敖其尔 通拉嘎 呼和 青格勒 苏布达 牧仁 傲特根 吉日木图 杭盖 乌力吉 奥云 德力格尔 斯钦 图古斯 旭日干 云布龙'
const UYGHUR =
  '买买提 艾买提 吐尔逊 阿不都 热合曼 司马义 铁木尔 阿不来提 阿不都热西提 努尔 白克力 吾甫尔 玉素甫 买提 克里木 库尔班 依明 艾力 阿布力孜 ' +
  '木合塔尔 帕尔哈提 肉孜 阿依古丽 古丽 热娜 阿迪力 吐尔洪 艾尼瓦尔 阿曼 哈吉 卡德尔 赛福鼎 艾则孜 包尔汉 伊敏 迪丽 热巴 阿卜杜 努尔兰 哈力克 祖农 乃依木'

function setOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

export const japaneseSurnames: ReadonlySet<string> = setOf(JAPANESE)

/** Parts of Uyghur names. */
export const uyghurElements: ReadonlySet<string> = setOf(UYGHUR)

/** Parts of names of these peoples; two of them together, or one where the text speaks for a name, are a name. */
export const minorityElements: ReadonlySet<string> = setOf([TIBETAN, MONGOL, UYGHUR].join(' '))

/** The two such parts that a name is made of (向巴 and 平措 of 向巴平措), of which each stands for it; none where it is not. */
export function minorityParts(name: string): readonly string[] {
  for (let at = 2; at <= name.length - 2; at += 1) {
    const parts = [name.slice(0, at), name.slice(at)]
    if (parts.every((part) => minorityElements.has(part))) return parts
  }
  return []
}

/** Characters that Japanese given names are often written with. */
export const japaneseGiven: ReadonlySet<string> = new Set(
  '太郎一二三子美惠代男夫雄介之助平治郎次郎吉信正康茂龙和弘宏昭明武文幸纪久昌直义博隆敏秀树哲也英光纯晋勇清志实敬史朗彦行江枝香奈真由理惠绘里花樱晴阳翔人仁作市要机宪司良郎久造基则成辅佑尚秋春冬夏诚忠胜利和重广安国平时常元永兴孝慎慧悟健浩洋海斗大悠真希望千百代子美咲芽叶由纪也耶乃',
)

/** Surnames that are more often verbs, prepositions or other words before a title (任主席, 于总理). */
export const surnamesLikeWords: ReadonlySet<string> = new Set(
  '任于和向同从常时当全经应干都解强原前连曾陪党由代付成为将相后别来保修随那安方房车新古高平公和双能从对元年路关管支左万水云游家农师战站市校台总部商门母才智海英华国京',
)
