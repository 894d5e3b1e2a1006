/** The Simplified Chinese messages of the guide; they are fetched with it. */
export const aboutZhHans = {
  about: {
    title: '说明',
    lead: '剪报是一个完全在浏览器里运行的报纸文章库：没有服务器，打开过一次，断了网也能检索、筛选和阅读。',
    searchTitle: '怎样检索',
    writing: '写法',
    meaning: '意思',
    rules: [
      { write: '基石工程', means: '标题、正文、人名里连着出现这几个字' },
      { write: '基层 党组织', means: '两处都有，不拘次序；标点与空格一样，只把词分开' },
      { write: '“基层党组织 建设”', means: '引号里的照原样匹配，标点和空格也算；“”、""、「」、『』都行' },
      { write: '科技 OR 创新、科技｜创新', means: '有一处就行；先并且，后或者，可加括号' },
      { write: '创新 -科技、NOT 科技', means: '不含；减号要紧贴在词的前面，词中间的不算' },
      { write: '基层 (党建 OR 党组织)', means: '括号里的先算；全角的括号和符号一样' },
      {
        write: '标题:基石 人名:徐明 分类:要闻 报纸:吴江 版:01 正文:干部',
        means: '只在这一处找，也可写 title: person: category: newspaper: page: text:',
      },
      { write: '徐明 NEAR/20 基石', means: '在同一段里，前后不拘，中间不超过 20 个字' },
      { write: 'xuming、xm', means: '也作拼音或声母，只认人名和报名；不要时点掉，或加引号' },
      { write: 'keji*、app~', means: '以此开头的外文词，拼写近似的外文词' },
      { write: '5G、KPI、2012', means: '外文词和数字整个匹配，不分大小写、全角半角' },
    ],
    exactness:
      '两个以上连着的汉字，原文有就一定找得到，篇数是准的；数字和外文词须写全（查“7000”，不查“000”）。繁体与简体、全角与半角、大写与小写不分。除了拼音，不作任何自动放宽；放宽了也写明，一点就去掉。写法不合规矩的，照字面检索并说明在哪里。',
    dateTitle: '日期怎样算',
    dateText:
      '文章的日期是报纸的出版日；没有时用网上发布的日子；都没有的归入“无日期”。只知道年或月的文章，要整年或整月落在起止日期之内才算合于筛选，排序时算在头一天。',
    digestTitle: '提要与原文',
    digestText: '标着“编者提要，非原文”的，是编者据报道写的话，不是报纸的文字，引用时请据原报核对。',
    privacyTitle: '数据在哪里',
    privacyText:
      '文章、设置都只存在这台设备的浏览器里。除了您自己填写的、或您点开的链接里写明的文库网址，程序不向别处发出任何请求，没有统计，没有广告。',
    keysTitle: '快捷键',
    licence: '程序以 MIT 许可证发布。文章的权利归各文库所注明的权利人。',
  },
} as const
