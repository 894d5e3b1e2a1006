import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import ArticleForm from '../../../src/components/ArticleForm.vue'
import type { Article } from '../../../src/domain/article'
import type { FieldEvidence } from '../../../src/domain/clipping'
import { anArticle } from '../builders/anArticle'
import { mountWithMessages } from '../builders/mountWithMessages'

enableAutoUnmount(afterEach)

function aForm(fields: Partial<Article>, props: object = {}) {
  return mountWithMessages(ArticleForm, { props: { article: anArticle(fields), ...props } }, 'zh-Hans')
}

function control(form: ReturnType<typeof aForm>, label: string) {
  const found = form.findAll('label').find((one) => one.text().startsWith(label))
  return form.get(`[id="${found?.attributes('for') ?? ''}"]`)
}

describe('ArticleForm', () => {
  it('tells one field at a time, as its value, when its control is left', async () => {
    const form = aForm({ authors: ['张示例'] })
    await control(form, '作者').setValue('张示例、李样张')
    await control(form, '作者').trigger('change')
    await control(form, '出版日期').setValue('2012年7月1日')
    await control(form, '出版日期').trigger('change')
    expect(form.emitted('edit')).toEqual([[{ authors: ['张示例', '李样张'] }], [{ issueDate: '2012-07-01' }]])
  })

  it('tells nothing when nothing was changed', async () => {
    const form = aForm({ newspaper: '示例日报' })
    await control(form, '报纸').trigger('change')
    expect(form.emitted('edit')).toBeUndefined()
  })

  it('takes a field away when it is emptied', async () => {
    const form = aForm({ newspaper: '示例日报' })
    await control(form, '报纸').setValue('')
    await control(form, '报纸').trigger('change')
    expect(form.emitted('edit')).toEqual([[{ newspaper: null }]])
  })

  it('keeps and explains a text that is no value', async () => {
    const form = aForm({})
    await control(form, '出版日期').setValue('昨天')
    await control(form, '出版日期').trigger('change')
    expect(form.get('[role=alert]').text()).toContain('不是日期')
    expect((control(form, '出版日期').element as HTMLInputElement).value).toBe('昨天')
    expect(form.emitted('edit')).toBeUndefined()
  })

  it('confirms a doubtful field as it is', async () => {
    const form = aForm({ newspaper: '示例日报', doubtful: ['newspaper'] })
    await form.get('[data-confirm=newspaper]').trigger('click')
    expect(form.emitted('confirm')).toEqual([[['newspaper']]])
  })

  it('names doubtful fields that have no control, and confirms them too', async () => {
    const form = aForm({ doubtful: ['people', 'dateline'] })
    expect(form.text()).toContain('还有存疑：人名、电头')
    await form.get('[data-confirm=rest]').trigger('click')
    expect(form.emitted('confirm')).toEqual([[['people', 'dateline']]])
  })

  it('shows what a field was read from where that says more than the field', () => {
    const evidence: readonly FieldEvidence[] = [
      { field: 'issueDate', quote: '《示例日报》2012年7月1日01版', start: 0, confidence: 'certain' },
      { field: 'newspaper', quote: '示例日报', start: 0, confidence: 'certain' },
    ]
    const form = aForm({ newspaper: '示例日报', issueDate: '2012-07-01' }, { evidence })
    expect(form.findAll('.quote').map((quote) => quote.text())).toEqual([
      '原文：“《示例日报》2012年7月1日01版”',
    ])
  })

  it('shows what a corrected field was before', () => {
    const former = anArticle({ newspaper: '示例晚报' })
    const form = aForm({ newspaper: '示例日报', page: '01' }, { former })
    expect(form.findAll('.former').map((one) => one.text())).toEqual(['原为：示例晚报', '原来没有'])
  })
})
