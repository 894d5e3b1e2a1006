import { describe, expect, it } from 'vitest'
import { statementText } from '../../../src/domain/exporting'

describe('how exported articles were found, as a text of its own', () => {
  it('has a line for each label, with its value behind a tab', () => {
    const statement = [
      ['检索词', '示例河 清淤'],
      ['篇数', '12'],
    ] as const
    expect(statementText({ title: '示例河', statement })).toBe(
      '示例河\r\n\r\n检索词\t示例河 清淤\r\n篇数\t12\r\n',
    )
  })

  it('keeps every value on its line', () => {
    const text = statementText({ title: '示例', statement: [['检索词', '示例\r\n篇数\t99']] })
    expect(text.split('\r\n').filter((line) => line.includes('\t'))).toEqual(['检索词\t示例 篇数 99'])
  })
})
