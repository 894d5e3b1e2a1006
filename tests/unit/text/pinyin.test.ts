import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pinyinTableSource } from '../../../scripts/generatePinyinTable'
import { createPinyin, isReading, pinyinLetters } from '../../../src/text/pinyin'
import { pinyinTable } from '../../../src/text/pinyinTable'

const pinyin = createPinyin(pinyinTable)

function readsAs(name: string, term: string): boolean {
  return isReading(pinyin.readPerson(name), pinyinLetters(term) ?? '', false)
}

describe('the names of people in pinyin', () => {
  it.each([
    ['曾庆红', 'zengqinghong', 'zqh'],
    ['单霁翔', 'shanjixiang', 'sjx'],
    ['仇保兴', 'qiubaoxing', 'qbx'],
    ['解振华', 'xiezhenhua', 'xzh'],
    ['区示例', 'oushili', 'osl'],
    ['尉迟恭', 'yuchigong', 'ycg'],
    ['万俟卨', 'moqixie', 'mqx'],
    ['长孙无忌', 'zhangsunwuji', 'zswj'],
    ['单于示', 'chanyushi', 'cys'],
    ['澹台灭明', 'tantaimieming', 'ttmm'],
    ['令狐冲', 'linghuchong', 'lhc'],
    ['朴示例', 'piaoshili', 'psl'],
    ['查示例', 'zhashili', 'zsl'],
    ['盖示例', 'geshili', 'gsl'],
    ['乐示例', 'yueshili', 'ysl'],
    ['任示例', 'renshili', 'rsl'],
    ['华示例', 'huashili', 'hsl'],
    ['徐明', 'xuming', 'xm'],
    ['徐　明', 'XuMing', 'XM'],
    ['欧陽示', 'ouyangshi', 'oys'],
    ['吕示例', 'lvshili', 'lsl'],
    ['吕示例', 'lüshili', 'lsl'],
    ['吕示例', 'lyushili', 'lsl'],
    ['林宇', 'linyu', 'ly'],
    ['李长春', 'lichangchun', 'lcc'],
  ])('%s is %s and %s', (name, full, initials) => {
    expect(readsAs(name, full)).toBe(true)
    expect(readsAs(name, initials)).toBe(true)
  })

  it.each([
    ['曾庆红', 'cengqinghong'],
    ['曾庆红', 'cqh'],
    ['单霁翔', 'danjixiang'],
    ['仇保兴', 'choubaoxing'],
    ['解振华', 'jiezhenhua'],
    ['万俟卨', 'wansixie'],
    ['徐明', 'uming'],
    ['徐明', 'xumin'],
    ['徐明', 'xu'],
    ['徐明', 'ming'],
    ['徐明', 'xmi'],
    ['徐明亮', 'xm'],
    ['杜度', 'oa'],
  ])('%s is not %s', (name, letters) => {
    expect(readsAs(name, letters)).toBe(false)
  })

  it('are found by two or more full syllables of them', () => {
    expect(readsAs('曾庆红', 'qinghong')).toBe(true)
    expect(readsAs('曾庆红', 'zengqing')).toBe(true)
    expect(readsAs('曾庆红', 'qinghon')).toBe(false)
  })

  it('may have either reading of a character that has two in given names', () => {
    expect(readsAs('示重', 'shichong')).toBe(true)
    expect(readsAs('示重', 'shizhong')).toBe(true)
  })
})

describe('the names of newspapers in pinyin', () => {
  const isTitle = (name: string, term: string): boolean => isReading(pinyin.readTitle(name), term, true)

  it('begin with their first syllable, and places are read as they are called', () => {
    expect(isTitle('吴江日报', 'wujiangribao')).toBe(true)
    expect(isTitle('吴江日报', 'wujiang')).toBe(true)
    expect(isTitle('吴江日报', 'wjrb')).toBe(true)
    expect(isTitle('重庆日报', 'chongqingribao')).toBe(true)
    expect(isTitle('乐清日报', 'yueqing')).toBe(true)
    expect(isTitle('长江日报', 'cjrb')).toBe(true)
    expect(isTitle('吴江日报', 'ribao')).toBe(false)
    expect(isTitle('吴江日报', 'wj')).toBe(false)
  })
})

describe('pinyinLetters', () => {
  it('takes two or more letters and nothing else', () => {
    expect(pinyinLetters('ＸｕMing')).toBe('xuming')
    for (const term of ['x', '5g', '徐ming', 'café', '']) expect(pinyinLetters(term)).toBeNull()
  })
})

it('the table is what the generator writes today', () => {
  const committed = readFileSync(new URL('../../../src/text/pinyinTable.ts', import.meta.url), 'utf8')
  expect(committed).toBe(pinyinTableSource())
})
