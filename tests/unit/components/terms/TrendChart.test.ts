import { describe, expect, it } from 'vitest'
import TrendChart from '../../../../src/components/terms/TrendChart.vue'
import type { TermTrends } from '../../../../src/domain/termUse'
import { mountWithMessages } from '../../builders/mountWithMessages'

const TRENDS: TermTrends = {
  unit: 'year',
  periods: [
    { period: '2011', articles: 100 },
    { period: '2012', articles: 0 },
    { period: '2013', articles: 50 },
  ],
  lines: [
    { term: '两清一绿', counts: [1, 0, 2] },
    { term: '柳塘方案', counts: [0, 0, 0] },
  ],
}

describe('the chart of terms', () => {
  it('has a line for each term, over periods that have articles', () => {
    const chart = mountWithMessages(TrendChart, { props: { trends: TRENDS } })
    const lines = chart.findAll('g polyline').map((line) => line.attributes('points')?.split(' ').length)
    expect(lines).toEqual([2, 2])
    expect(chart.find('figcaption').text()).toContain('400.0')
    expect(chart.findAll('li').map((item) => item.text())).toEqual(['两清一绿', '柳塘方案'])
  })

  it('is named after its terms and its span', () => {
    const chart = mountWithMessages(TrendChart, { props: { trends: TRENDS } })
    expect(chart.find('svg').attributes('aria-label')).toBe(
      '两清一绿、柳塘方案: articles in ten thousand from 2011 to 2013',
    )
  })
})
