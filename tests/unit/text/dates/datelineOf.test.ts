import { describe, expect, it } from 'vitest'
import { datelineOf } from '../../../../src/text/dates/datelineOf'

/** The parts of a dateline as the text has them: head, agency, place, date, reporters. */
function parts(text: string): readonly (string | null)[] | null {
  const dateline = datelineOf(text)
  return (
    dateline && [
      text.slice(dateline.start, dateline.end),
      dateline.agency,
      dateline.place,
      dateline.date && text.slice(dateline.date.start, dateline.date.dateEnd),
      dateline.reporters && text.slice(...dateline.reporters),
    ]
  )
}

describe('the dateline of a paragraph', () => {
  it.each([
    ['本报讯 昨天下午，', ['本报讯', '本报', null, null, null]],
    ['本报讯（记者 张示例）昨天', ['本报讯（记者 张示例）', '本报', null, null, '记者 张示例']],
    [
      '本报苏州7月1日讯（记者 张示例 李样张）',
      ['本报苏州7月1日讯（记者 张示例 李样张）', '本报', '苏州', '7月1日', '记者 张示例 李样张'],
    ],
    [
      '新华社北京7月1日电（记者张示例、李样张）今天',
      ['新华社北京7月1日电（记者张示例、李样张）', '新华社', '北京', '7月1日', '记者张示例、李样张'],
    ],
    ['据新华社北京7月1日电 国务院', ['据新华社北京7月1日电', '新华社', '北京', '7月1日', null]],
    ['据新华社电 国务院', ['据新华社电', '新华社', null, null, null]],
    ['【本报讯】昨天', ['【本报讯】', '本报', null, null, null]],
    ['【新华社北京七月一日电】', ['【新华社北京七月一日电】', '新华社', '北京', '七月一日', null]],
    ['本報訊 昨日', ['本報訊', '本報', null, null, null]],
    ['中新网7月1日电 据', ['中新网7月1日电', '中新网', null, '7月1日', null]],
    ['新华社洛杉矶2月3日体育专电', ['新华社洛杉矶2月3日体育专电', '新华社', '洛杉矶', '2月3日', null]],
    [
      '新华社特拉维夫／加沙7月1日电',
      ['新华社特拉维夫／加沙7月1日电', '新华社', '特拉维夫／加沙', '7月1日', null],
    ],
    [
      '　　本报大阪６月２７日电（特派记者 张示例）',
      ['本报大阪６月２７日电（特派记者 张示例）', '本报', '大阪', '６月２７日', '特派记者 张示例'],
    ],
    ['中央社台北1日電', ['中央社台北1日電', '中央社', '台北', '1日', null]],
    ['中国日报网7月1日电', ['中国日报网7月1日电', '中国日报网', null, '7月1日', null]],
    ['本台消息，应邀', ['本台消息', '本台', null, null, null]],
    [
      '本报讯 记者 张示例 通讯员 李样张 报道：',
      ['本报讯 记者 张示例 通讯员 李样张 报道', '本报', null, null, '记者 张示例 通讯员 李样张'],
    ],
    ['本报记者 张示例 北京报道', ['本报记者 张示例 北京报道', null, null, null, '记者 张示例']],
    ['（记者 张示例）昨天下午', ['（记者 张示例）', null, null, null, '记者 张示例']],
    // Where the name ends and the place begins cannot be told.
    [
      '本报驻纽约记者张示例华盛顿7月1日电',
      ['本报驻纽约记者张示例华盛顿7月1日电', '本报', null, '7月1日', null],
    ],
  ])('reads %s', (text, expected) => {
    expect(parts(text)).toEqual(expected)
  })

  it.each([
    '记者从市政府获悉，7月1日',
    '据中央气象台消息，今天',
    '据示例报报道，昨天',
    '根据新华社7月1日报道',
    '今天是节日。',
    '在网上讯问',
    '7月1日，示例市',
    '',
  ])('finds none at the head of %s', (text) => {
    expect(datelineOf(text)).toBeNull()
  })

  it('knows a day without its month', () => {
    expect(datelineOf('新华社北京1日电')?.date).toMatchObject({
      year: null,
      month: null,
      day: 1,
      start: 5,
      end: 7,
    })
  })

  it('takes no paragraph for a dateline because of what stands far behind', () => {
    expect(datelineOf(`${'示例'.repeat(200)}本报讯`)).toBeNull()
  })
})
