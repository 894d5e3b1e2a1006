import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import QueryNotice from '../../../src/components/QueryNotice.vue'
import { EMPTY_QUERY } from '../../../src/domain/articleQuery'
import type { QueryOffer, QueryReading } from '../../../src/domain/queryReading'
import { parseQuery } from '../../../src/search/parseQuery'
import { queryParts } from '../../../src/search/printQuery'
import { mountWithMessages } from '../builders/mountWithMessages'

enableAutoUnmount(afterEach)

function aNotice(
  q: string,
  { offers = [], ...fields }: Partial<QueryReading & { offers: readonly QueryOffer[] }> = {},
  language: 'en' | 'zh-Hans' = 'zh-Hans',
) {
  const { root, remarks } = parseQuery(q)
  const parts = queryParts(root)
  const terms = parts.flatMap((part) => (part.kind === 'term' ? [part.term] : []))
  const reading = { terms, parts, remarks, loosenings: [], ...fields }
  return mountWithMessages(
    QueryNotice,
    { props: { reading, offers, query: { ...EMPTY_QUERY, q } } },
    language,
  )
}

describe('QueryNotice', () => {
  it('says nothing where nothing was asked', () => {
    expect(aNotice('').find('[data-testid=query-notice]').exists()).toBe(false)
  })

  it.each([
    ['基石', '按原文字串匹配'],
    ['甲 “乙 丙”', '按原文字串匹配：“甲”、“乙 丙” 同时出现'],
    ['标题：甲 (乙 OR -keji*)', '理解为：标题有“甲” 且 （ “乙” 或 不含 以“keji”开头的词 ）'],
    ['甲 NEAR/20 乙', '理解为：“甲” 与（相距 20 字以内） “乙”'],
  ])('reads %s aloud', (q, words) => {
    expect(aNotice(q).text()).toBe(words)
  })

  it('says in English too how it read the words', () => {
    expect(aNotice('title:甲 NOT app~', {}, 'en').text()).toBe(
      'Understood as: “甲” in the title and not words like “app”',
    )
  })

  it('says what was odd, and where', () => {
    expect(aNotice('甲 OR').text()).toContain('“OR”旁边缺检索词，全句已照字面检索。')
    expect(aNotice('“，').text()).toBe('引号（“）没有写完，其后已按原样检索。按原文字串匹配')
    expect(aNotice('，').text()).toBe('检索词里没有可以检索的字，现列出全部文章。')
  })

  it('shows pinyin as a chip that takes it back', async () => {
    const loosenings = [
      { kind: 'pinyin' as const, term: 'xm', names: ['徐明', '许敏', '谢明', '夏敏'], removal: '"xm"' },
    ]
    const notice = aNotice('xm', { loosenings })
    const chip = notice.get('[data-testid=loosening]')
    expect(chip.text()).toContain('“xm”也作拼音：徐明、许敏、谢明等 4 个名字')
    await chip.trigger('click')
    expect(notice.emitted('patch')).toEqual([[{ q: '"xm"' }]])
  })

  it('offers other punctuation as a link to the changed query', () => {
    const offers = [
      { kind: 'punctuation' as const, term: '甲乙丙丁', count: 38, q: '(甲乙丙丁 OR "甲乙，丙丁")' },
    ]
    const link = aNotice('甲乙丙丁', { offers }).get('[data-testid=punctuation-offer]')
    expect(link.text()).toBe('另有 38 篇标点不同')
    expect(link.attributes('href')).toBe(
      `#/?${new URLSearchParams({ q: '(甲乙丙丁 OR "甲乙，丙丁")' }).toString()}`,
    )
  })
})
