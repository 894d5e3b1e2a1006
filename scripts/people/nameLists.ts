/** Characters that foreign names are written with, by the usual tables of transcription. */
export const transcribedCharacters: ReadonlySet<string> = new Set(
  '阿埃艾爱安昂奥巴班邦包保鲍贝本比彼宾波伯勃博布查昌柴楚茨次达大代戴丹当道德登邓迪蒂第丁东杜敦顿多厄恩尔法范方菲费芬丰冯佛弗夫福富盖甘冈高戈哥格葛根贡古' +
    '顾瓜圭果哈海汉翰豪赫黑亨洪侯胡华怀惠霍基吉加贾简江杰捷金京久卡凯坎康考柯科克肯孔库夸奎昆坤拉腊莱赖兰朗劳勒雷蕾黎李里理丽利莉历廉连良列烈林琳留刘龙隆卢鲁' +
    '路吕伦罗洛马玛麦迈曼芒毛茂梅门蒙孟米密敏明缪摩莫姆木穆拿那纳娜乃奈南内嫩尼年涅宁纽农努诺欧帕派潘庞佩彭皮匹平泼普齐奇恰强乔切钦琴青丘热仁荣茹儒瑞若' +
    '撒萨塞赛三桑瑟森沙莎山珊尚绍舍申盛圣施什史士世寿舒朔斯丝松苏素孙索塔泰坦汤唐陶特滕提廷通图土托陀瓦万汪旺威韦维卫魏温文翁沃乌武西希席喜夏香肖歇谢辛' +
    '欣兴星雄休许逊雅亚延扬杨耶叶伊依英尤约泽曾扎詹张章哲珍芝治朱卓兹宗祖佐卜娅妮妲姬珀芙芭蓓黛茜莲露娃娣婷绮薇缇玻裴彻契颇蓬猜差披川立颂略津任谢苗默堡思得定冬坚汗凡洁伽茵恺赞弥育乍仑攀翁泽涅岑',
)

/** Chinese and Korean people whom the dictionaries take for words or places; common knowledge. */
export const chinesePeople: ReadonlySet<string> = new Set(
  (
    '周恩来 刘少奇 蒋介石 蒋经国 赵紫阳 孙中山 闻一多 苏东坡 韩昌黎 周作人 王阳明 王夫之 章太炎 章学诚 颜真卿 赵孟頫 黎元洪 黄金荣 熊十力 许地山 ' +
    '刘坤一 沈家本 梁思成 钟南山 江渭清 刘澜涛 万国权 万学文 张佑才 许立群 全金发 林兆枢 厉无畏 张静江 花木兰 程咬金 陈世美 苏小小 申不害 ' +
    '金日成 金正日 巴金 冰心 罗干'
  ).split(' '),
)

/** The same of other people. */
export const foreignPeople: ReadonlySet<string> = new Set(
  (
    '叶利钦 丘吉尔 罗斯福 张伯伦 史密斯 罗伯特 劳伦斯 詹姆士 施密特 毕加索 安徒生 卢瑟福 傅立叶 惠更斯 陈纳德 孟德尔 齐达内 奥尼尔 欧尼尔 ' +
    '巴拉克 莫里埃 蒙巴顿 索菲亚 大卫 查理 汤姆 亚当 乔治 汉斯 凯文 苏珊 露西 史蒂文 安娜 艾伦 贝蒂 麦克 侯赛因 奥马尔 萨达姆 阿巴斯'
  ).split(' '),
)

/** Words that both dictionaries take for names only. */
export const wordsNotNames: ReadonlySet<string> = new Set(
  (
    '白雪 黎明 宁静 柴禾 苏醒 爱戴 梁柱 于今 沈思 二人 二世 二中 高一 高二 高三 高水平 高质量 高标准 高起点 高效率 高层次 高科技 周礼 季后赛 尤伯杯 汤姆斯杯 ' +
    '秦汉 明清 唐宋 万元 安全 平安 和平 文明 金牌 金秋 白石 明王朝 布政使'
  ).split(' '),
)

/** Words that are made like a name of two characters, and nobody is called so. */
export const neverNames: ReadonlySet<string> = new Set(['班子', '安保', '王国', '官邸'])

/** Words that both dictionaries take for names only, and that are places. */
export const placesNotNames: ReadonlySet<string> = new Set(
  (
    '马来 苏丹 沙特 阳新 罗田 梅林 高陵 秦安 古田 华容 昌平 崇文 宣武 北斗 麦加 贝宁 里昂 吉达 洪山 老山 金平 蒲圻 巴蜀 休斯敦 阿森纳 黄淮 江淮 亚马孙 埃塞 ' +
    '莫干山 金刚山 雷公山 牛首山 武功山 罗汉山 唐努山 燕然山 管涔山 芦芽山 白于山 米仓山 杜鹃山 牛栏山 苏禄海'
  ).split(' '),
)

/** Words that newspapers use since the dictionaries were made, which have none of them or only as rare ones. */
export const laterWords: readonly string[] = (
  '施策 新冠 小微 普惠 微博 微信 抗疫 防疫 复工 复产 惠民 惠企 惠农 惠及 强军 强企 强基 兴军 查体 荣枯线 展映 齐聚 康养 颜值 高颜值 动车 网红 ' +
  '储气库 放管服 三严三实 石漠化 荒漠化 高耗能 高耗水 简政放权 封控 管控 解封 云端 云计算 大数据 自媒体 双减 营改增 全产业链 欧债 欧冠 慰安妇 韩朝 韩日 韩美 驻韩 军演 ' +
  '师德师风 治国理政 固废 危废 融媒体 客户端 公众号 二维码 朋友圈 快递 网购 众筹 众创 创客'
).split(' ')
