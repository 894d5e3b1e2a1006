import { describe, expect, it } from 'vitest'
import { h } from 'vue'
import HolderTable from '../../../../src/components/people/HolderTable.vue'
import { OFFICE_SIGNS } from '../../../../src/domain/officeSigns'
import { dayNumber } from '../../../../src/domain/partialDate'
import type { OfficeHolder } from '../../../../src/domain/peopleRecord'
import { tenureOf } from '../../../../src/domain/tenure'
import { mountWithMessages } from '../../builders/mountWithMessages'

const { held, appointed, removed } = OFFICE_SIGNS

function aHolder(
  name: string,
  isActing: boolean,
  reports: readonly (readonly [number, number])[],
): OfficeHolder {
  const dated = reports.map(([year, signs]) => ({ day: dayNumber(year, 3, 1), signs }))
  const tenure = tenureOf(dated, '县长')
  return { name, isActing, tenure, articles: tenure.held.length, alongside: ['县委副书记'] }
}

function aTable() {
  const holders = [
    aHolder('张示例', true, [[2010, held]]),
    aHolder('李样张', false, [
      [2011, appointed],
      [2013, removed],
    ]),
  ]
  return mountWithMessages(HolderTable, {
    props: { office: '县长', holders },
    slots: { reports: ({ question }: { question: unknown }) => h('pre', JSON.stringify(question)) },
  })
}

describe('the table of an office’s holders', () => {
  it('tells reported ends from what was only seen, and who stood in', () => {
    const rows = aTable().findAll('[data-testid=holder]')
    expect(rows.map((row) => row.get('.span').text())).toEqual([
      'seen 2010-03',
      'appointed 2011-03 — removed 2013-03',
    ])
    expect(rows.map((row) => row.find('.acting').exists())).toEqual([true, false])
    expect(rows[0]!.get('.notes').text()).toContain('县委副书记')
  })

  it('opens the evidence of one holder at a time', async () => {
    const table = aTable()
    const rows = table.findAll('[data-testid=holder]')
    await rows[0]!.get('.evidence button').trigger('click')
    await rows[1]!.findAll('.evidence button')[2]!.trigger('click')
    expect(table.findAll('pre').map((one) => JSON.parse(one.text()) as unknown)).toEqual([
      { person: '李样张', isActing: false, says: 'removed', days: null },
    ])
  })
})
