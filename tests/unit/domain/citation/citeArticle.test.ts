import { describe, expect, it } from 'vitest'
import type { Article } from '../../../../src/domain/article'
import { CITATION_STYLES, type CitationStyle } from '../../../../src/domain/citation/citationStyle'
import { citeArticle } from '../../../../src/domain/citation/citeArticle'
import { anArticle } from '../../builders/anArticle'

/**
 * A source with the line that each style gives it. `of` names the standard or the rules that print the source and its line
 * in their own style; the other styles set the same facts as their rules say. Those that name none are cases of which no
 * standard prints an example.
 */
interface Example {
  readonly of: string
  readonly article: Partial<Article>
  readonly accessedOn?: string
  readonly lines: { readonly [Style in CitationStyle]?: string }
}

const NEWSPAPER = { medium: 'newspaper' } as const

const EXAMPLES: readonly Example[] = [
  {
    of: 'GB/T 7714, 8.4.3',
    article: {
      ...NEWSPAPER,
      authors: ['丁文详'],
      title: '数字革命与竞争国际化',
      newspaper: '中国青年报',
      issueDate: '2000-11-20',
      page: '15',
    },
    lines: {
      'gbt7714-2025': '丁文详. 数字革命与竞争国际化[N]. 中国青年报，2000-11-20（15）.',
      'gbt7714-2025-author-year': '丁文详，2000. 数字革命与竞争国际化[N]. 中国青年报，2000-11-20（15）.',
      'gbt7714-2015': '丁文详. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15).',
      'gbt7714-2015-author-year': '丁文详, 2000. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15).',
      historians: '丁文详：《数字革命与竞争国际化》，《中国青年报》2000年11月20日，第15版。',
    },
  },
  {
    of: 'GB/T 7714—2005, A.5',
    article: {
      ...NEWSPAPER,
      authors: ['谢希德'],
      title: '创造学习的思路',
      newspaper: '人民日报',
      issueDate: '1998-12-25',
      page: '10',
    },
    lines: {
      'gbt7714-2025': '谢希德. 创造学习的思路[N]. 人民日报，1998-12-25（10）.',
      'gbt7714-2025-author-year': '谢希德，1998. 创造学习的思路[N]. 人民日报，1998-12-25（10）.',
      'gbt7714-2015': '谢希德. 创造学习的思路[N]. 人民日报, 1998-12-25(10).',
      'gbt7714-2015-author-year': '谢希德, 1998. 创造学习的思路[N]. 人民日报, 1998-12-25(10).',
      historians: '谢希德：《创造学习的思路》，《人民日报》1998年12月25日，第10版。',
    },
  },
  {
    of: 'GB/T 7714—2015, A.8: a newspaper on the web, three authors, no page',
    article: {
      ...NEWSPAPER,
      authors: ['傅刚', '赵承', '李佳路'],
      title: '大风沙过后的思考',
      newspaper: '北京青年报',
      issueDate: '2000-01-12',
      url: 'http://www.bjyouth.com.cn/Bqb/20000412/GB/4216%5ED0412B1401.htm',
    },
    accessedOn: '2005-09-28',
    lines: {
      'gbt7714-2025':
        '傅刚，赵承，李佳路. 大风沙过后的思考[N/OL]. 北京青年报，2000-01-12. http://www.bjyouth.com.cn/Bqb/20000412/GB/4216%5ED0412B1401.htm.',
      'gbt7714-2025-author-year':
        '傅刚，赵承，李佳路，2000. 大风沙过后的思考[N/OL]. 北京青年报，2000-01-12. http://www.bjyouth.com.cn/Bqb/20000412/GB/4216%5ED0412B1401.htm.',
      'gbt7714-2015':
        '傅刚, 赵承, 李佳路. 大风沙过后的思考[N/OL]. 北京青年报, 2000-01-12[2005-09-28]. http://www.bjyouth.com.cn/Bqb/20000412/GB/4216%5ED0412B1401.htm.',
      'gbt7714-2015-author-year':
        '傅刚, 赵承, 李佳路, 2000. 大风沙过后的思考[N/OL]. 北京青年报, 2000-01-12[2005-09-28]. http://www.bjyouth.com.cn/Bqb/20000412/GB/4216%5ED0412B1401.htm.',
      historians:
        '傅刚、赵承、李佳路：《大风沙过后的思考》，《北京青年报》2000年1月12日，http://www.bjyouth.com.cn/Bqb/20000412/GB/4216%5ED0412B1401.htm，2005年9月28日。',
    },
  },
  {
    of: 'GB/T 7714—2015, 8.4.3: more than three authors',
    article: {
      ...NEWSPAPER,
      authors: ['刘裕国', '杨柳', '张洋', '王示例'],
      title: '雾霾来袭，如何突围',
      newspaper: '人民日报',
      issueDate: '2013-01-12',
      url: 'http://paper.people.com.cn/rmrb/html/2013-01/12/nw.D110000renmrb_20130112_2-04.htm',
    },
    accessedOn: '2013-11-06',
    lines: {
      'gbt7714-2025':
        '刘裕国，杨柳，张洋，等. 雾霾来袭，如何突围[N/OL]. 人民日报，2013-01-12. http://paper.people.com.cn/rmrb/html/2013-01/12/nw.D110000renmrb_20130112_2-04.htm.',
      'gbt7714-2025-author-year':
        '刘裕国，杨柳，张洋，等，2013. 雾霾来袭，如何突围[N/OL]. 人民日报，2013-01-12. http://paper.people.com.cn/rmrb/html/2013-01/12/nw.D110000renmrb_20130112_2-04.htm.',
      'gbt7714-2015':
        '刘裕国, 杨柳, 张洋, 等. 雾霾来袭，如何突围[N/OL]. 人民日报, 2013-01-12[2013-11-06]. http://paper.people.com.cn/rmrb/html/2013-01/12/nw.D110000renmrb_20130112_2-04.htm.',
      'gbt7714-2015-author-year':
        '刘裕国, 杨柳, 张洋, 等, 2013. 雾霾来袭，如何突围[N/OL]. 人民日报, 2013-01-12[2013-11-06]. http://paper.people.com.cn/rmrb/html/2013-01/12/nw.D110000renmrb_20130112_2-04.htm.',
      historians:
        '刘裕国等：《雾霾来袭，如何突围》，《人民日报》2013年1月12日，http://paper.people.com.cn/rmrb/html/2013-01/12/nw.D110000renmrb_20130112_2-04.htm，2013年11月6日。',
    },
  },
  {
    of: 'GB/T 7714—2015, 8.8: a page of the web',
    article: {
      medium: 'web',
      authors: ['萧钰'],
      title: '出版业信息化迈入快车道',
      publishedAt: '2001-12-19',
      url: 'http://www.creader.com/news/20011219/200112190019.html',
    },
    accessedOn: '2002-04-15',
    lines: {
      'gbt7714-2025':
        '萧钰. 出版业信息化迈入快车道[EB/OL]. （2001-12-19）[2002-04-15]. http://www.creader.com/news/20011219/200112190019.html.',
      'gbt7714-2025-author-year':
        '萧钰，2001. 出版业信息化迈入快车道[EB/OL]. （2001-12-19）[2002-04-15]. http://www.creader.com/news/20011219/200112190019.html.',
      'gbt7714-2015':
        '萧钰. 出版业信息化迈入快车道[EB/OL]. (2001-12-19)[2002-04-15]. http://www.creader.com/news/20011219/200112190019.html.',
      'gbt7714-2015-author-year':
        '萧钰, 2001. 出版业信息化迈入快车道[EB/OL]. (2001-12-19)[2002-04-15]. http://www.creader.com/news/20011219/200112190019.html.',
      historians:
        '萧钰：《出版业信息化迈入快车道》，2001年12月19日，http://www.creader.com/news/20011219/200112190019.html，2002年4月15日。',
    },
  },
  {
    of: 'GB/T 7714—2025, 8.9.3: a page of the web without an author',
    article: {
      medium: 'web',
      title: '许振超：“好好干，当一个好工人”',
      publishedAt: '2025-02-17',
      url: 'http://cpc.people.com.cn/nl/2025/0217/c443712-40419790.html',
    },
    accessedOn: '2025-06-22',
    lines: {
      'gbt7714-2025':
        '许振超：“好好干，当一个好工人”[EB/OL]. （2025-02-17）[2025-06-22]. http://cpc.people.com.cn/nl/2025/0217/c443712-40419790.html.',
      'gbt7714-2025-author-year':
        '佚名，2025. 许振超：“好好干，当一个好工人”[EB/OL]. （2025-02-17）[2025-06-22]. http://cpc.people.com.cn/nl/2025/0217/c443712-40419790.html.',
      'gbt7714-2015':
        '许振超：“好好干，当一个好工人”[EB/OL]. (2025-02-17)[2025-06-22]. http://cpc.people.com.cn/nl/2025/0217/c443712-40419790.html.',
      'gbt7714-2015-author-year':
        '佚名, 2025. 许振超：“好好干，当一个好工人”[EB/OL]. (2025-02-17)[2025-06-22]. http://cpc.people.com.cn/nl/2025/0217/c443712-40419790.html.',
      historians:
        '《许振超：“好好干，当一个好工人”》，2025年2月17日，http://cpc.people.com.cn/nl/2025/0217/c443712-40419790.html，2025年6月22日。',
    },
  },
  {
    of: '《历史研究》, 1.5: a newspaper',
    article: {
      ...NEWSPAPER,
      authors: ['李眉'],
      title: '李劼人轶事',
      newspaper: '四川工人日报',
      issueDate: '1986-08-22',
      page: '2',
    },
    lines: {
      'gbt7714-2025': '李眉. 李劼人轶事[N]. 四川工人日报，1986-08-22（2）.',
      'gbt7714-2025-author-year': '李眉，1986. 李劼人轶事[N]. 四川工人日报，1986-08-22（2）.',
      'gbt7714-2015': '李眉. 李劼人轶事[N]. 四川工人日报, 1986-08-22(2).',
      'gbt7714-2015-author-year': '李眉, 1986. 李劼人轶事[N]. 四川工人日报, 1986-08-22(2).',
      historians: '李眉：《李劼人轶事》，《四川工人日报》1986年8月22日，第2版。',
    },
  },
  {
    of: '《历史研究》, 1.5: papers of one name told apart by place, printed in sheets, no author',
    article: {
      ...NEWSPAPER,
      title: '西南中委反对在宁召开五全会',
      newspaper: '民国日报',
      edition: '广州',
      issueDate: '1933-08-11',
      page: '第1张第4版',
    },
    lines: {
      'gbt7714-2025': '西南中委反对在宁召开五全会[N]. 民国日报（广州），1933-08-11（第1张第4版）.',
      'gbt7714-2025-author-year':
        '佚名，1933. 西南中委反对在宁召开五全会[N]. 民国日报（广州），1933-08-11（第1张第4版）.',
      'gbt7714-2015': '西南中委反对在宁召开五全会[N]. 民国日报(广州), 1933-08-11(第1张第4版).',
      'gbt7714-2015-author-year':
        '佚名, 1933. 西南中委反对在宁召开五全会[N]. 民国日报(广州), 1933-08-11(第1张第4版).',
      historians: '《西南中委反对在宁召开五全会》，《民国日报》（广州）1933年8月11日，第1张第4版。',
    },
  },
  {
    of: 'GB/T 7714—2015, 8.4.3: a newspaper on the web with its page and a further title',
    article: {
      ...NEWSPAPER,
      authors: ['余建斌'],
      title: '我们的科技一直在追赶',
      subtitle: '访中国工程院院长周济',
      newspaper: '人民日报',
      issueDate: '2013-01-12',
      page: '2',
      url: 'http://paper.people.com.cn/rmrb/html/2013-01/12/nw.D110000renmrb_20130112_5-02.htm',
    },
    accessedOn: '2013-03-20',
    lines: {
      'gbt7714-2025':
        '余建斌. 我们的科技一直在追赶：访中国工程院院长周济[N/OL]. 人民日报，2013-01-12（2）. http://paper.people.com.cn/rmrb/html/2013-01/12/nw.D110000renmrb_20130112_5-02.htm.',
      'gbt7714-2025-author-year':
        '余建斌，2013. 我们的科技一直在追赶：访中国工程院院长周济[N/OL]. 人民日报，2013-01-12（2）. http://paper.people.com.cn/rmrb/html/2013-01/12/nw.D110000renmrb_20130112_5-02.htm.',
      'gbt7714-2015':
        '余建斌. 我们的科技一直在追赶: 访中国工程院院长周济[N/OL]. 人民日报, 2013-01-12(2)[2013-03-20]. http://paper.people.com.cn/rmrb/html/2013-01/12/nw.D110000renmrb_20130112_5-02.htm.',
      'gbt7714-2015-author-year':
        '余建斌, 2013. 我们的科技一直在追赶: 访中国工程院院长周济[N/OL]. 人民日报, 2013-01-12(2)[2013-03-20]. http://paper.people.com.cn/rmrb/html/2013-01/12/nw.D110000renmrb_20130112_5-02.htm.',
      historians:
        '余建斌：《我们的科技一直在追赶——访中国工程院院长周济》，《人民日报》2013年1月12日，第2版，http://paper.people.com.cn/rmrb/html/2013-01/12/nw.D110000renmrb_20130112_5-02.htm，2013年3月20日。',
    },
  },
  {
    of: '《历史研究》, 1.5: a paper told apart by place, no author, a page with a plain number',
    article: {
      ...NEWSPAPER,
      title: '上海各路商界总联合会致外交部电',
      newspaper: '民国日报',
      edition: '上海',
      issueDate: '1925-08-14',
      page: '4',
    },
    lines: {
      'gbt7714-2025': '上海各路商界总联合会致外交部电[N]. 民国日报（上海），1925-08-14（4）.',
      'gbt7714-2025-author-year':
        '佚名，1925. 上海各路商界总联合会致外交部电[N]. 民国日报（上海），1925-08-14（4）.',
      'gbt7714-2015': '上海各路商界总联合会致外交部电[N]. 民国日报(上海), 1925-08-14(4).',
      'gbt7714-2015-author-year':
        '佚名, 1925. 上海各路商界总联合会致外交部电[N]. 民国日报(上海), 1925-08-14(4).',
      historians: '《上海各路商界总联合会致外交部电》，《民国日报》（上海）1925年8月14日，第4版。',
    },
  },
  {
    of: '《历史研究》, 1.9: a page of the web',
    article: {
      medium: 'web',
      authors: ['王明亮'],
      title: '关于中国学术期刊标准化数据库系统工程的进展',
      publishedAt: '1998-08-16',
      url: 'http://www.cajcd.cn/pub/wml.txt/980810–2.html',
    },
    accessedOn: '1998-10-04',
    lines: {
      historians:
        '王明亮：《关于中国学术期刊标准化数据库系统工程的进展》，1998年8月16日，http://www.cajcd.cn/pub/wml.txt/980810–2.html，1998年10月4日。',
    },
  },
  {
    of: 'a page with a letter, a subtitle, a title that names a work',
    article: {
      ...NEWSPAPER,
      authors: ['张示例'],
      title: '重读《示例县志》',
      subtitle: '一部旧志的来历',
      newspaper: '示例晚报',
      issueDate: '2016-05-04',
      page: 'A03',
    },
    lines: {
      'gbt7714-2025': '张示例. 重读《示例县志》：一部旧志的来历[N]. 示例晚报，2016-05-04（A03）.',
      'gbt7714-2025-author-year':
        '张示例，2016. 重读《示例县志》：一部旧志的来历[N]. 示例晚报，2016-05-04（A03）.',
      'gbt7714-2015': '张示例. 重读《示例县志》: 一部旧志的来历[N]. 示例晚报, 2016-05-04(A03).',
      'gbt7714-2015-author-year':
        '张示例, 2016. 重读《示例县志》: 一部旧志的来历[N]. 示例晚报, 2016-05-04(A03).',
      historians: '张示例：《重读〈示例县志〉——一部旧志的来历》，《示例晚报》2016年5月4日，第A03版。',
    },
  },
  {
    of: 'no page, year and month only',
    article: { ...NEWSPAPER, title: '示例河清淤记', newspaper: '示例报', issueDate: '1958-03' },
    lines: {
      'gbt7714-2025': '示例河清淤记[N]. 示例报，1958-03.',
      'gbt7714-2025-author-year': '佚名，1958. 示例河清淤记[N]. 示例报，1958-03.',
      'gbt7714-2015': '示例河清淤记[N]. 示例报, 1958-03.',
      'gbt7714-2015-author-year': '佚名, 1958. 示例河清淤记[N]. 示例报, 1958-03.',
      historians: '《示例河清淤记》，《示例报》1958年3月。',
    },
  },
  {
    of: 'an article that runs over two pages',
    article: {
      ...NEWSPAPER,
      title: '示例港开港',
      newspaper: '示例日报',
      issueDate: '2012-07-01',
      page: '01,04',
    },
    lines: {
      'gbt7714-2025': '示例港开港[N]. 示例日报，2012-07-01（01，04）.',
      'gbt7714-2025-author-year': '佚名，2012. 示例港开港[N]. 示例日报，2012-07-01（01，04）.',
      'gbt7714-2015': '示例港开港[N]. 示例日报, 2012-07-01(01, 04).',
      'gbt7714-2015-author-year': '佚名, 2012. 示例港开港[N]. 示例日报, 2012-07-01(01, 04).',
      historians: '《示例港开港》，《示例日报》2012年7月1日，第1、4版。',
    },
  },
  {
    of: 'a digest: words of an editor, after the report',
    article: {
      ...NEWSPAPER,
      textKind: 'digest',
      title: '示例大桥通车',
      newspaper: '示例日报',
      issueDate: '2005-10-01',
      page: '02',
    },
    lines: {
      'gbt7714-2025': '据示例大桥通车[N]. 示例日报，2005-10-01（02）.',
      'gbt7714-2025-author-year': '据佚名，2005. 示例大桥通车[N]. 示例日报，2005-10-01（02）.',
      'gbt7714-2015': '据示例大桥通车[N]. 示例日报, 2005-10-01(02).',
      'gbt7714-2015-author-year': '据佚名, 2005. 示例大桥通车[N]. 示例日报, 2005-10-01(02).',
      historians: '据《示例大桥通车》，《示例日报》2005年10月1日，第2版。',
    },
  },
  {
    of: 'a newscast on its station’s site',
    article: {
      medium: 'broadcast',
      title: '示例省召开水利会议',
      newspaper: '示例新闻联播',
      publishedAt: '2014-03-05T19:00',
      url: 'https://example.org/2014/0305',
    },
    accessedOn: '2026-07-02',
    lines: {
      'gbt7714-2025':
        '示例新闻联播. 示例省召开水利会议[EB/OL]. （2014-03-05）[2026-07-02]. https://example.org/2014/0305.',
      'gbt7714-2025-author-year':
        '示例新闻联播，2014. 示例省召开水利会议[EB/OL]. （2014-03-05）[2026-07-02]. https://example.org/2014/0305.',
      'gbt7714-2015':
        '示例新闻联播. 示例省召开水利会议[EB/OL]. (2014-03-05)[2026-07-02]. https://example.org/2014/0305.',
      'gbt7714-2015-author-year':
        '示例新闻联播, 2014. 示例省召开水利会议[EB/OL]. (2014-03-05)[2026-07-02]. https://example.org/2014/0305.',
      historians:
        '《示例省召开水利会议》，示例新闻联播，2014年3月5日，https://example.org/2014/0305，2026年7月2日。',
    },
  },
]

describe('citing an article', () => {
  for (const style of CITATION_STYLES) {
    describe(`as ${style}`, () => {
      for (const { of, article, accessedOn = '', lines } of EXAMPLES) {
        const line = lines[style]
        if (line === undefined) continue
        it(`gives the line of ${of}`, () => {
          expect(citeArticle(anArticle(article), style, accessedOn)).toBe(line)
        })
      }
    })
  }

  it('cites the print once somebody has compared the text with the printed page', () => {
    const article = anArticle({
      ...NEWSPAPER,
      title: '示例港开港',
      newspaper: '示例日报',
      issueDate: '2012-07-01',
      url: 'https://example.org/1',
      verified: { by: '李样张', on: '2026-01-02' },
    })
    expect(citeArticle(article, 'gbt7714-2015', '2026-07-02')).toBe('示例港开港[N]. 示例日报, 2012-07-01.')
  })

  it('never cites a page of a site as a newspaper', () => {
    const article = anArticle({
      medium: 'agency',
      title: '快讯',
      newspaper: '示例社',
      url: 'https://example.org/',
    })
    for (const style of CITATION_STYLES) expect(citeArticle(article, style, '')).not.toContain('[N')
  })

  it('sets a Western article with Western marks', () => {
    const article = anArticle({
      ...NEWSPAPER,
      authors: ['Sample A', 'Sample B', 'Sample C', 'Sample D'],
      title: 'A new bridge',
      newspaper: 'Sample Daily',
      issueDate: '1931-04-02',
      page: '3',
    })
    expect(citeArticle(article, 'gbt7714-2025', '')).toBe(
      'Sample A, Sample B, Sample C, et al. A new bridge[N]. Sample Daily, 1931-04-02(3).',
    )
  })
})
