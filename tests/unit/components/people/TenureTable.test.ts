import { describe, expect, it } from 'vitest'
import { h } from 'vue'
import TenureTable from '../../../../src/components/people/TenureTable.vue'
import { dayNumber } from '../../../../src/domain/partialDate'
import type { PersonOffice } from '../../../../src/domain/peopleRecord'
import { OFFICE_SIGNS } from '../../../../src/domain/officeSigns'
import { tenureOf } from '../../../../src/domain/tenure'
import { mountWithMessages } from '../../builders/mountWithMessages'

const { held, appointed, removed, past } = OFFICE_SIGNS

function anOffice(
  office: string,
  reports: readonly (readonly [year: number, signs: number])[],
): PersonOffice {
  const dated = reports.map(([year, signs]) => ({ day: dayNumber(year, 3, 1), signs }))
  const tenure = tenureOf(dated, office)
  return { office, isActing: false, forms: [], tenure, articles: tenure.held.length }
}

const OFFICES = [
  anOffice('示例县县长', [
    [2010, appointed],
    [2011, held],
    [2013, removed],
  ]),
  anOffice('示例县副县长', [[2009, past]]),
]

function aTable(offices: readonly PersonOffice[] = OFFICES) {
  return mountWithMessages(TenureTable, {
    props: { offices },
    slots: { reports: ({ question }: { question: unknown }) => h('pre', JSON.stringify(question)) },
  })
}

describe('the table of a person’s offices', () => {
  it('draws a bar only where both ends are reported', () => {
    const rows = aTable().findAll('[data-testid=tenure]')
    expect(rows.map((row) => row.findAll('rect').length)).toEqual([1, 0])
  })

  it('opens below a row what its cell rests on, and closes it again', async () => {
    const table = aTable()
    const button = table.get('[data-label="Removed"] button')
    await button.trigger('click')
    expect(JSON.parse(table.get('pre').text())).toEqual({
      office: '示例县县长',
      isActing: false,
      says: 'removed',
      days: null,
    })
    await button.trigger('click')
    expect(table.find('pre').exists()).toBe(false)
  })

  it('says of an office that is only told of that it was not reported, and opens where it is told', async () => {
    const table = aTable()
    const row = table.findAll('[data-testid=tenure]')[1]!
    expect(row.get('[data-label="Articles"]').text()).toBe('0')
    await row.get('[data-label="Looking back"] button').trigger('click')
    expect(JSON.parse(table.get('pre').text())).toMatchObject({ office: '示例县副县长', says: 'apart' })
  })

  it('keeps wordings of one article behind a button where there are many', async () => {
    const rare = Array.from({ length: 8 }, (_, at) => anOffice(`示例${at}局局长`, [[2012, held]]))
    const table = aTable([...OFFICES, ...rare])
    expect(table.findAll('[data-testid=tenure]').length).toBe(1)
    await table.get('.rare').trigger('click')
    expect(table.findAll('[data-testid=tenure]').length).toBe(10)
  })

  it('shows a short table whole', () => {
    const rare = [anOffice('甲局局长', [[2012, held]]), anOffice('乙局局长', [[2012, held]])]
    expect(aTable(rare).findAll('[data-testid=tenure]').length).toBe(2)
  })
})
