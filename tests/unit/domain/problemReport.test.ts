import { expect, it } from 'vitest'
import type { Problem } from '../../../src/domain/problem'
import { problemsAsCsv, problemsAsJson } from '../../../src/domain/problemReport'

const PROBLEM: Problem = {
  file: '=cmd,"甲".csv',
  row: 3,
  field: 'issueDate',
  code: 'date-malformed',
  message: 'found "2012-02-30",\nexpected a date',
}

it('writes problems so that a spreadsheet program reads them and runs nothing', () => {
  const head = ['文件', '行', '字段', '代码', '原因', 'message']
  expect(problemsAsCsv([PROBLEM], head, () => '日期写得不对')).toBe(
    '\uFEFF文件,行,字段,代码,原因,message\r\n' +
      `"'=cmd,""甲"".csv",3,issueDate,date-malformed,日期写得不对,"found ""2012-02-30"",\nexpected a date"\r\n`,
  )
})

it('leaves the row empty where a problem is of the whole file', () => {
  const [, line] = problemsAsCsv([{ ...PROBLEM, file: 'a.csv', row: 0 }], ['file'], () => 'x').split('\r\n')
  expect(line).toMatch(/^a\.csv,,issueDate,/)
})

it('writes problems as JSON that gives them back', () => {
  expect(JSON.parse(problemsAsJson([PROBLEM]))).toEqual({ problems: [PROBLEM] })
})
