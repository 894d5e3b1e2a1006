import { describe, expect, it } from 'vitest'
import { termKind } from '../../../../src/domain/term'
import { findTerms } from '../../../../src/text/terms/findTerms'
import { anArticle } from '../../builders/anArticle'

const termsOf = (...paragraphs: readonly string[]): readonly string[] =>
  findTerms(anArticle({ title: '题', paragraphs }))

describe('the terms of an article', () => {
  it('are what stands in quotation marks, of every kind', () => {
    expect(termsOf('镇里提出“两聚焦一提升”的思路。')).toEqual(['两聚焦一提升'])
    expect(termsOf('“甲乙丙”“丁戊己”“庚辛壬”')).toEqual(['丁戊己', '庚辛壬', '甲乙丙'])
    expect(termsOf('推行「河长听音」，落实『柳塘方案』。')).toEqual(['柳塘方案', '河长听音'])
  })

  it('are told with what they are where the quoted name is short', () => {
    expect(termsOf('继续实施“阳光”工程。')).toEqual(['阳光工程'])
    expect(termsOf('“阳光工程”惠及千户。')).toEqual(['阳光工程'])
    expect(termsOf('开展“万人清河护岸”行动。')).toEqual(['万人清河护岸'])
    expect(termsOf('贯彻“四个全面”战略布局')).toEqual(['四个全面'])
  })

  it('begin after the verb of a headline', () => {
    expect(termsOf('各村“深入开展比学赶超”活动')).toEqual(['比学赶超活动'])
  })

  it('are no sentences that somebody said', () => {
    expect(termsOf('老人说：“桥修好了”。')).toEqual([])
    expect(termsOf('他问“什么时候通车”，没人回答。')).toEqual([])
    expect(termsOf('“谢谢你们”，她说。')).toEqual([])
  })

  it('are no vessels', () => {
    expect(termsOf('科考船“云帆”号返航。')).toEqual([])
    expect(termsOf('响应“云帆”号召。')).toEqual(['云帆'])
  })

  it('are campaigns with figures, without quotation marks too', () => {
    expect(termsOf('启动55352工程，投资3000计算。')).toEqual(['55352工程'])
    expect(termsOf('面积1.255工程量')).toEqual([])
  })

  it('are meetings with a name', () => {
    expect(termsOf('学习党的十八届三中全会和党的十八大精神。')).toEqual(['十八大', '十八届三中全会'])
    expect(termsOf('云州市第九届人民代表大会第二次会议昨日开幕。')).toEqual(['第九届人民代表大会第二次会议'])
    expect(termsOf('传达中央农村工作会议要求。')).toEqual(['中央农村工作会议'])
    expect(termsOf('昨天召开了工作会议。')).toEqual([])
    expect(termsOf('第三次全体会议昨天举行。')).toEqual([])
    expect(termsOf('中国共产党第十九次全国代表大会开幕，党的十九大报告全文发表。')).toEqual(['十九大'])
  })

  it('are each told once, in one writing', () => {
    expect(termsOf('“５Ｇ村庄”与“5G村庄”，', '又是“5G村庄”')).toEqual(['5G村庄'])
  })

  it('stand in the headlines too', () => {
    expect(
      findTerms(anArticle({ kicker: '“甲乙丙”先行', title: '“丁戊己”跟上', paragraphs: ['。'] })),
    ).toEqual(['丁戊己', '甲乙丙'])
  })

  it('are none in a digest, whose words are no newspaper’s', () => {
    expect(findTerms(anArticle({ textKind: 'digest', paragraphs: ['提出“两聚焦一提升”。'] }))).toEqual([])
  })

  it('are no more than a list can be', () => {
    const many = Array.from({ length: 500 }, (_, place) => `“${String.fromCharCode(0x4e00 + place)}乡振兴”`)
    expect(termsOf(many.join(''))).toHaveLength(64)
  })
})

describe('the kind of a term', () => {
  it.each([
    ['四个全面', 'formula'],
    ['三严三实', 'formula'],
    ['两竞赛一赶超', 'formula'],
    ['五位一体', 'formula'],
    ['希望工程', 'campaign'],
    ['55352工程', 'campaign'],
    ['十八届三中全会', 'meeting'],
    ['十八大', 'meeting'],
    ['中央经济工作会议', 'meeting'],
    ['中国梦', 'quoted'],
    ['最后一公里', 'quoted'],
  ] as const)('of %s is %s', (term, kind) => {
    expect(termKind(term)).toBe(kind)
  })
})
