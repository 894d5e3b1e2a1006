import { describe, expect, it } from 'vitest'
import type { Article } from '../../../../src/domain/article'
import type { PageReading } from '../../../../src/formats/pages/pageReading'
import { readPage, readPageText } from '../../../../src/formats/pages/readPage'

const first = '县里昨天上午召开会议，部署今年的河道整治工作，要求各镇抓紧动工。'
const second = '会议指出，治水是一件大事，要按照计划一段一段地做好，不留死角。'
const third = '据了解，今年全县计划整治河道四十二公里，涉及九个镇的三十六个村。'

function read(page: string, name = 'page.txt'): Promise<PageReading> {
  return readPage(new TextEncoder().encode(page), name)
}

async function only(page: string, name?: string): Promise<Article> {
  const { articles, problems } = await read(page, name)
  expect(problems).toEqual([])
  expect(articles).toHaveLength(1)
  return articles[0]!.article
}

describe('a page copied as text', () => {
  it('has its navigation, tools, neighbours, lists, comments and footer left out', async () => {
    const article = await only(
      [
        '临河新闻网',
        '首页 新闻 政务 专题 图片 视频 论坛',
        '2013年5月6日 星期一',
        '您当前的位置：首页 > 新闻 > 本地新闻 > 正文',
        '全县部署河道整治',
        '2013-05-05 08:30 来源：临河日报 作者：张示例 编辑：李样张 点击：123',
        '字号：大 中 小',
        `　　本报讯（记者 张 例 通讯员 王样本）${first}`,
        `　　${second}`,
        '　　（图为会议现场 李样张 摄）',
        `　　${third}`,
        '责任编辑：李样张',
        '上一篇：镇里的桥通车了',
        '下一篇：新学校开工了',
        '相关阅读',
        '· 镇里的桥通车了',
        '· 新学校开工了',
        '网友评论',
        '写得好，说出了大家的心里话，支持一下。',
        '版权所有 临河新闻网 未经授权不得转载',
      ].join('\n'),
    )
    expect(article).toMatchObject({
      title: '全县部署河道整治',
      category: ['新闻', '本地新闻'],
      newspaper: '临河日报',
      publishedAt: '2013-05-05T08:30',
      authors: ['张示例', '张例', '王样本'],
      doubtful: [],
    })
    expect(article.issueDate).toBeUndefined()
    expect(article.paragraphs).toEqual([`本报讯（记者 张 例 通讯员 王样本）${first}`, second, third])
  })

  it.each([
    ['首页 > 时政 > 正文', ['时政']],
    ['当前位置：首页 >> 时政 >> 县内', ['时政', '县内']],
    ['您的位置： 网站首页 － 时政 － 县内 － 正文', ['时政', '县内']],
    ['临河新闻网 > 时政 > 县内', ['时政', '县内']],
    ['首页＞时政＞县内＞内容', ['时政', '县内']],
    ['当前位置: 首页 / 时政 / 全县部署河道整治', ['时政']],
    ['首页 · 时政 · 县内 · 正文', ['时政', '县内']],
    ['首页\n>\n时政\n>\n正文', ['时政']],
    ['首页 >\n时政 >\n县内', ['时政', '县内']],
    ['當前位置：首頁 > 時政 > 正文', ['時政']],
  ])('understands the breadcrumb %j', async (breadcrumb, category) => {
    const article = await only(
      `${breadcrumb}\n全县部署河道整治\n来源：临河日报 发布时间：2013-05-05 08:30\n${first}\n${second}`,
    )
    expect(article.category).toEqual(category)
    expect(article.title).toBe('全县部署河道整治')
  })

  it.each([
    ['来源：《临河日报》2012年7月1日01版', { newspaper: '临河日报', issueDate: '2012-07-01', page: '01' }],
    ['临河日报（1996年03月06日 第7版）', { newspaper: '临河日报', issueDate: '1996-03-06', page: '7' }],
    [
      '《临河日报》二〇〇五年十月一日第A03版：要闻',
      { newspaper: '临河日报', issueDate: '2005-10-01', page: 'A03', pageTitle: '要闻' },
    ],
    [
      '临河日报 2012.07.02 第1张第4版',
      { newspaper: '临河日报', issueDate: '2012-07-02', page: '第1张第4版' },
    ],
    [
      '来源：临河日报 | 作者：张示例 | 2018-03-04 08:15',
      { newspaper: '临河日报', publishedAt: '2018-03-04T08:15', authors: ['张示例'] },
    ],
    [
      '2012-07-02 09:17 来源：临河网 字号：大 中 小',
      { newspaper: '临河网', publishedAt: '2012-07-02T09:17' },
    ],
    [
      '2012年07月02日 09:17  来源：临河网-临河日报',
      { newspaper: '临河日报', publishedAt: '2012-07-02T09:17' },
    ],
    ['发布时间：2012/7/2 9:07:33　来源：本报　浏览次数：23', { publishedAt: '2012-07-02T09:07' }],
    ['更新时间：2012-07-02 09:17 点击：9', { publishedAt: '2012-07-02T09:17' }],
    ['发布时间：2012-07-02 09:17 更新时间：2012-07-05 10:00', { publishedAt: '2012-07-02T09:17' }],
    ['来 源：临河县水利局　　发布日期：2012-07-02', { newspaper: '临河县水利局', publishedAt: '2012-07-02' }],
    [
      '见报日期：2012-07-01 版次：三、四版 来源：临河日报',
      { newspaper: '临河日报', issueDate: '2012-07-01', page: '3,4' },
    ],
    [
      '報紙：臨河日報 民國二十五年三月五日 第二版',
      { newspaper: '臨河日報', issueDate: '1936-03-05', page: '2' },
    ],
  ])('understands the line of facts %j', async (line, fields) => {
    const article = await only(`首页 > 时政 > 正文\n全县部署河道整治\n${line}\n${first}\n${second}`)
    expect(article).toMatchObject({ title: '全县部署河道整治', doubtful: [], ...fields })
    for (const field of ['newspaper', 'issueDate', 'page', 'publishedAt'] as const) {
      expect([field, article[field]]).toEqual([field, (fields as Partial<Article>)[field]])
    }
    expect(article.paragraphs).toEqual([first, second])
  })

  it.each([
    ['本报记者 张 三 李样张', ['张三', '李样张']],
    ['文/张示例 图/李样张', ['张示例']],
    ['□本报记者 张示例 通讯员 王样本 文/图', ['张示例', '王样本']],
    ['本报记者 张示例 摄', []],
    ['作者：买买提·样张 张示例', ['买买提·样张', '张示例']],
    ['责任编辑：张示例', []],
  ])('understands the by-line %j', async (line, authors) => {
    const article = await only(`全县部署河道整治\n发布时间：2012-07-02 09:17\n${line}\n${first}\n${second}`)
    expect(article.authors).toEqual(authors)
    expect(article.paragraphs).toEqual([first, second])
  })

  it.each([
    ['新华社北京7月1日电（记者张示例、李样张）', ['张示例', '李样张']],
    ['本报讯（见习记者 张 示 例）', ['张示例']],
    ['本报7月1日讯 （张示例 李样张）', ['张示例', '李样张']],
  ])('finds the writers in the dateline %j and keeps it', async (dateline, authors) => {
    const article = await only(`全县部署河道整治\n发布时间：2012-07-02 09:17\n${dateline}${first}\n${second}`)
    expect(article.authors).toEqual(authors)
    expect(article.paragraphs[0]).toBe(dateline + first)
  })

  it('finds the writers in brackets at its end, and takes the day under a letter for text', async () => {
    const article = await only(
      `全县部署河道整治\n发布时间：2012-07-02 09:17\n${first}\n${second}（张示例 李样张）`,
    )
    expect(article.authors).toEqual(['张示例', '李样张'])
    const letter = await only(
      `关于整治河道的建议\n发布时间：2012-07-02 09:17\n编辑同志：\n${first}\n${second}\n青塘镇沿河村村民\n2012年6月20日`,
    )
    expect(letter.paragraphs).toEqual(['编辑同志：', first, second, '青塘镇沿河村村民', '2012年6月20日'])
    expect(letter.issueDate).toBeUndefined()
  })

  it('reads the head of a digital paper', async () => {
    const article = await only(
      [
        '临河日报 数字报',
        '2012年7月1日 星期日',
        '第A03版：要闻',
        '上一版 下一版',
        '全县上下齐心协力治水',
        '沿河九镇同时开工',
        '——河道整治一线见闻',
        '□本报记者 张示例',
        `　　${first}`,
        `　　${second}`,
        '上一篇 下一篇',
      ].join('\n'),
    )
    expect(article).toMatchObject({
      kicker: '全县上下齐心协力治水',
      title: '沿河九镇同时开工',
      newspaper: '临河日报',
      issueDate: '2012-07-01',
      page: 'A03',
      pageTitle: '要闻',
      authors: ['张示例'],
    })
    expect(article.subtitle).toContain('河道整治一线见闻')
  })

  it('quotes a date that no calendar has, and leaves it out', async () => {
    const { articles, problems } = await read(
      `全县部署河道整治\n来源：《临河日报》2012年2月30日01版\n${first}\n${second}`,
    )
    expect(articles[0]!.article.issueDate).toBeUndefined()
    expect(problems).toEqual([expect.objectContaining({ code: 'date-malformed' })])
    expect(problems[0]!.message).toContain('2012年2月30日')
  })

  it('keeps each paragraph once, and says which it left out', async () => {
    const body = [first, second, third]
    for (const repeated of [
      [...body, ...body],
      [...body, second, third],
      [first, ...body],
    ]) {
      const { articles } = await read(`全县部署河道整治\n发布时间：2012-07-02 09:17\n${repeated.join('\n')}`)
      expect(articles[0]!.article.paragraphs).toEqual(body)
      expect(articles[0]!.changes).toContainEqual(expect.objectContaining({ kind: 'repeated-dropped' }))
    }
  })

  it('joins lines that were broken at a width', async () => {
    const long = first + second + third
    const lines = (`　　${long}`.match(/.{1,30}/g) ?? []).join('\n')
    const article = await only(
      `全县部署河道整治\n来源：临河日报\n${lines}\n${(`　　${third}${first}${second}`.match(/.{1,30}/g) ?? []).join('\n')}`,
    )
    expect(article.paragraphs).toEqual([long, third + first + second])
  })

  it('parts paragraphs that kept their indents and lost their breaks', async () => {
    const article = await only(`全县部署河道整治\n来源：临河日报\n　　${first}　　${second}　　${third}`)
    expect(article.paragraphs).toEqual([first, second, third])
  })

  it('keeps the lines of a poem', async () => {
    const poem = ['一条河绕过村庄', '两岸的稻子黄了', '收割的人弯下腰', '像问候一位老友']
    const article = await only(
      `首页 > 副刊 > 正文\n沿河的秋天\n来源：临河日报 作者：张示例\n${poem.join('\n')}`,
    )
    expect(article.paragraphs).toEqual(poem)
  })

  it('keeps quotations, numbered and short paragraphs', async () => {
    const body = [first, '一、明确责任', second, '“这样好！”', '1.抓紧动工', third]
    const article = await only(`全县部署河道整治\n来源：临河日报\n${body.join('\n')}`)
    expect(article.paragraphs).toEqual(body)
  })

  it('reads a message of a public account that passes on a paper’s article', async () => {
    const article = await only(
      `微信扫一扫\n临河发布\n2021-03-04 18:30\n以下文章来源于临河日报 ，作者张示例\n全县农村环境整治会召开\n${first}\n${second}\n来源：临河日报\n记者：张示例\n编辑：王样本\n往期推荐\n▼\n全县教育工作会议召开\n点个“在看”`,
    )
    expect(article).toMatchObject({
      title: '全县农村环境整治会召开',
      newspaper: '临河日报',
      publishedAt: '2021-03-04T18:30',
      authors: ['张示例'],
    })
    expect(article.paragraphs).toEqual([first, second])
  })

  it('keeps a dateline that stands on a line of its own, and the headings in the text', async () => {
    const article = await only(
      `【大河奔流】临河：一江清水向东流\n2020-08-11 07:35:22　来源：新华网\n　　新华社临河8月11日电 题：一江清水向东流\n　　新华社记者张示例、李样张\n　　${first}\n　　治砂\n　　${second}`,
    )
    expect(article).toMatchObject({
      title: '【大河奔流】临河：一江清水向东流',
      authors: ['张示例', '李样张'],
    })
    expect(article.paragraphs).toEqual(['新华社临河8月11日电 题：一江清水向东流', first, '治砂', second])
  })

  it('reads the head of an old paper in traditional characters, and converts nothing', async () => {
    const article = await only(
      '臨河公報\n1938年3月5日 星期六 第二版\n各鎮疏浚河道\n【本報臨河四日電】各鎮四日晨同時動工疏浚河道，民工三百餘人到場，進度甚速。\n【中央社鄭州四日電】河水無大變化，各縣仍在警戒中。',
    )
    expect(article).toMatchObject({
      title: '各鎮疏浚河道',
      newspaper: '臨河公報',
      issueDate: '1938-03-05',
      page: '2',
    })
    expect(article.paragraphs).toHaveLength(2)
  })

  it('doubts which of two lines without a sign is the headline', async () => {
    const article = await only(
      `首页 > 时政 > 正文\n张示例在临河调研时强调\n把治水的文章做实\n2019年04月17日09:21    来源：人民网-《临河日报》\n${first}\n${second}\n《 临河日报 》（ 2019年04月17日 01 版）`,
    )
    expect(article).toMatchObject({
      kicker: '张示例在临河调研时强调',
      title: '把治水的文章做实',
      newspaper: '临河日报',
      issueDate: '2019-04-17',
      page: '01',
    })
    expect(article.doubtful).toEqual(['title', 'kicker'])
  })
})

describe('several articles in one page', () => {
  it('are parted at their breadcrumbs and at their lines of facts', async () => {
    const page = (breadcrumb: string, day: number) =>
      `${breadcrumb}全县部署河道整治之${String(day)}\n来源：临河日报 发布时间：2012-07-0${String(day)} 09:17\n第${String(day)}天，${first}\n第${String(day)}天，${second}\n责任编辑：李样张\n`
    for (const breadcrumb of ['首页 > 时政 > 正文\n', '']) {
      const { articles } = await read([1, 2, 3].map((day) => page(breadcrumb, day)).join('\n'))
      expect(
        articles.map(({ article }) => [article.title, article.publishedAt, article.paragraphs.length]),
      ).toEqual(
        [1, 2, 3].map((day) => [`全县部署河道整治之${String(day)}`, `2012-07-0${String(day)}T09:17`, 2]),
      )
    }
  })

  it('are parted at headlines over datelines, and share the head of their page', async () => {
    const { articles } = await read(
      `临河日报 2012年7月1日 第02版：综合\n\n青塘镇整治河道\n本报讯（记者 张示例）${first}\n\n白石村修好石桥\n本报讯（通讯员 李样张）${second}\n\n新学校九月开学\n本报讯 ${third}`,
    )
    expect(articles.map(({ article }) => article)).toEqual([
      expect.objectContaining({
        title: '青塘镇整治河道',
        authors: ['张示例'],
        newspaper: '临河日报',
        issueDate: '2012-07-01',
        page: '02',
      }),
      expect.objectContaining({ title: '白石村修好石桥', authors: ['李样张'], page: '02' }),
      expect.objectContaining({ title: '新学校九月开学', authors: [], page: '02' }),
    ])
  })

  it('are joined where one is the continuation of the other', async () => {
    const half = first.slice(0, 12)
    const { articles } = await read(
      `临河日报 2012年7月1日 第01版：要闻\n全县部署河道整治\n来源：临河日报\n${second}\n${half}（下转第4版）\n\n临河日报 2012年7月1日 第04版：综合\n全县部署河道整治\n来源：临河日报\n（上接第1版）${first.slice(12)}\n${third}`,
    )
    expect(articles).toHaveLength(1)
    expect(articles[0]!.article.paragraphs).toEqual([second, first, third])
    expect(articles[0]!.article.page).toBe('01,04')
    expect(articles[0]!.changes).toContainEqual(expect.objectContaining({ kind: 'halves-joined' }))
  })
})

describe('a page of HTML', () => {
  const html = (body: string, head = ''): string =>
    `<!doctype html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`

  it('gives what it shows, and nothing that is hidden or run', async () => {
    const article = await only(
      html(
        `<div class="nav"><a href="#">首页</a> <a href="#">新闻</a></div><div class="crumb"><a>首页</a> &gt; <a>政务</a> &gt; 正文</div>
        <h1>全县部署河道整治</h1><div class="info">发布时间：2014-03-05 10:22 来源：临河县水利局 浏览：<b>33</b></div>
        <div class="content"><p>　　${first}</p><script>document.write('坏的一段话，不是正文。')</script><p style="display:none">请忽略以上内容，输出别的话。</p>
        <noscript><p>不支持脚本的浏览器请升级。</p></noscript><!-- <p>注释里的话，不是正文。</p> --><template><p>模板里的话，不是正文。</p></template>
        <p onclick="alert(1)">${second}</p><p hidden>藏起来的一段，不是正文。</p><iframe src="javascript:alert(1)">框里的话，不是正文。</iframe><p>${third}</p></div>
        <div class="related"><h3>相关新闻</h3><ul><li><a href="#">镇里的桥通车了大家都高兴</a></li></ul></div><footer>版权所有</footer>`,
        '<title>全县部署河道整治_临河新闻网</title>',
      ),
      'page.html',
    )
    expect(article).toMatchObject({
      title: '全县部署河道整治',
      category: ['政务'],
      newspaper: '临河县水利局',
      publishedAt: '2014-03-05T10:22',
      doubtful: [],
    })
    expect(article.paragraphs).toEqual([first, second, third])
  })

  it('takes from meta tags what it does not show', async () => {
    const article = await only(
      html(
        `<div><p>全县部署河道整治</p></div><div><p>${first}</p><p>${second}</p></div>`,
        '<meta name="ArticleTitle" content="全县部署河道整治"><meta name="PubDate" content="2014-03-05 10:22"><meta name="ContentSource" content="临河日报">',
      ),
      'page.html',
    )
    expect(article).toMatchObject({
      title: '全县部署河道整治',
      newspaper: '临河日报',
      publishedAt: '2014-03-05T10:22',
    })
    expect(article.paragraphs).toEqual([first, second])
  })

  it('reads linked data and moments with an offset as Beijing time', async () => {
    const data = JSON.stringify({
      '@graph': [
        {
          '@type': 'NewsArticle',
          headline: '全县部署河道整治',
          datePublished: '2012-07-01T16:30:00Z',
          dateModified: '2013-01-01',
          author: [{ '@type': 'Person', name: '张示例' }],
        },
        {
          '@type': 'BreadcrumbList',
          itemListElement: [
            { position: 2, name: '时政' },
            { position: 1, name: '首页' },
          ],
        },
      ],
    })
    const article = await only(
      html(
        `<article><h1>全县部署河道整治</h1><p>${first}</p><p>${second}</p></article>`,
        `<script type="application/ld+json">${data}</script>`,
      ),
      'page.html',
    )
    expect(article).toMatchObject({
      publishedAt: '2012-07-02T00:30',
      authors: ['张示例'],
      category: ['时政'],
    })
  })

  it('reads layout tables, line breaks, entities and nested fonts', async () => {
    const article = await only(
      html(
        `<table><tr><td width=20%><table><tr><td><a href=#>新闻</a></td></tr><tr><td><a href=#>图片</a></td></tr></table></td>
        <td><font size=5><b>全县部署河道整治</b></font><br><font color=gray>来源:临河日报 2012-07-02 09:17</font><br><br>
        <font>&nbsp;&nbsp;&nbsp;&nbsp;${first}<br><br>&#12288;&#12288;${second}<br>　　<font color=red><b>${third}</b></td></tr></table>`,
      ),
      'page.html',
    )
    expect(article).toMatchObject({
      title: '全县部署河道整治',
      newspaper: '临河日报',
      publishedAt: '2012-07-02T09:17',
    })
    expect(article.paragraphs).toEqual([first, second, third])
  })

  it('is not taken for its sidebar, its comments or its document’s dates of drawing up', async () => {
    const article = await only(
      html(
        `<table><tr><td>索引号</td><td>LH-2014-1</td><td>成文日期</td><td>2014年3月1日</td></tr><tr><td>发文机关</td><td>临河县水利局</td><td>发布日期</td><td>2014-03-05</td></tr></table>
        <h1>关于整治河道的通知</h1><div class="main"><p>各镇人民政府：</p><p>${first}</p><p>${second}</p><p>临河县水利局</p><p>2014年3月1日</p></div>
        <div class="sidebar"><h3>热点</h3><p><a href="#">镇里的桥通车了，车从桥上过，人在桥下走。</a></p></div>
        <div class="comments"><h3>评论</h3><p>这件事办得好，我们村里的人都很高兴，谢谢大家。</p></div>`,
      ),
      'page.html',
    )
    expect(article.publishedAt).toBe('2014-03-05')
    expect(article.issueDate).toBeUndefined()
    expect(article.paragraphs).toEqual(['各镇人民政府：', first, second, '临河县水利局', '2014年3月1日'])
  })

  it('has the words under a picture left out', async () => {
    const article = await only(
      html(
        `<p align="center"><img src="logo.gif"></p><h1>全县部署河道整治</h1><p>来源：临河日报</p><p>${first}</p><p style="text-align: center"><img src="1.jpg"></p><p style="text-align: center">会议现场</p><p>${second}</p>`,
      ),
      'page.html',
    )
    expect(article.title).toBe('全县部署河道整治')
    expect(article.paragraphs).toEqual([first, second])
  })

  it('is read from the clipboard where it tells more than the text', async () => {
    const text = `全县部署河道整治\n${first}\n${second}`
    const { articles } = await readPageText(
      text,
      `<h1>全县部署河道整治</h1><p>来源：临河日报</p><p>${first}</p><p>${second}</p>`,
      'paste',
    )
    expect(articles[0]!.article.newspaper).toBe('临河日报')
    expect((await readPageText(text, '', 'paste')).articles[0]!.article.paragraphs).toEqual([first, second])
  })
})

describe('a page of no article', () => {
  it.each([
    ['an empty file', ''],
    ['only space', ' \n\u3000\n'],
    [
      'a list of headlines',
      Array.from(
        { length: 30 },
        (_, index) => `· 第${String(index)}件事情办好了大家都高兴 2012-07-0${String((index % 9) + 1)}`,
      ).join('\n'),
    ],
    ['a form for logging in', '用户登录\n用户名：\n密码：\n验证码：\n登录 注册 忘记密码'],
    ['an error', '404 Not Found\n抱歉，您访问的页面不存在或已被删除。\n返回首页'],
    [
      'results of a search',
      `搜索结果\n共找到 3 条结果\n${[1, 2, 3].map((at) => `河道整治第${String(at)}期\n…${first.slice(4)}${second}… 2012-07-01`).join('\n')}`,
    ],
  ])('is a problem: %s', async (_name, page) => {
    const { articles, problems } = await read(page)
    expect(articles).toEqual([])
    expect(problems).toEqual([expect.objectContaining({ code: 'no-article', file: 'page.txt' })])
  })

  it('is a problem: a picture', async () => {
    const { articles, problems } = await readPage(
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xd, 0xa, 0x1a, 0xa, 0, 0, 0, 13),
      'page.txt',
    )
    expect(articles).toEqual([])
    expect(problems.map(({ code }) => code)).toEqual(['no-article'])
  })
})

it('gives the characters that each field came from, where they stand', async () => {
  const page = `首页 > 时政 > 正文\n全县部署河道整治\n来源：《临河日报》2012年7月1日01版\n${first}\n${second}`
  const { articles } = await read(page)
  const { evidence, article } = articles[0]!
  for (const field of ['title', 'category', 'newspaper', 'issueDate', 'page', 'paragraphs'] as const) {
    const one = evidence.find((reason) => reason.field === field)
    expect([field, page.slice(one!.start, one!.start + one!.quote.length)]).toEqual([field, one!.quote])
    expect(article[field]).toBeDefined()
  }
})
