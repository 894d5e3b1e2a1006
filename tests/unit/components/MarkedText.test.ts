import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import MarkedText from '../../../src/components/MarkedText.vue'

describe('MarkedText', () => {
  it('marks the ranges and leaves the text as it is', () => {
    const text = mount(MarkedText, {
      props: {
        text: '实施基石工程，建好基石',
        marks: [
          [2, 4],
          [9, 11],
        ],
      },
    })
    expect(text.text()).toBe('实施基石工程，建好基石')
    expect(text.findAll('mark').map((mark) => mark.text())).toEqual(['基石', '基石'])
  })

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg/onload=alert(1)>',
    '{{ constructor.constructor("alert(1)")() }}',
    '&lt;b&gt; &amp;',
    '\u202e倒写\u202c\u0000',
    '<!-- --><mark>假</mark>',
  ])('renders %j as text, marked or not', (hostile) => {
    for (const marks of [[], [[0, hostile.length]], [[1, 3]]] as const) {
      const paragraph = document.createElement('p')
      mount(MarkedText, { props: { text: hostile, marks }, attachTo: paragraph })
      expect(paragraph.textContent).toBe(hostile)
      expect(paragraph.querySelectorAll('mark')).toHaveLength(marks.length)
      expect(paragraph.querySelector('script, img, svg, b')).toBeNull()
    }
  })

  it('numbers the hits from the first, and points out the current one', () => {
    const text = mount(MarkedText, {
      props: {
        text: '甲乙甲',
        marks: [
          [0, 1],
          [2, 3],
        ],
        firstHit: 5,
        currentHit: 6,
      },
    })
    const hits = text.findAll('[data-testid=hit]')
    expect(hits.map((hit) => [hit.attributes('data-hit'), hit.attributes('aria-current')])).toEqual([
      ['5', undefined],
      ['6', 'true'],
    ])
  })
})
