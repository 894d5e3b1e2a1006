import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import DoubtfulFields from '../../../../src/components/mending/DoubtfulFields.vue'
import { anArticle } from '../../builders/anArticle'
import { mountWithMessages } from '../../builders/mountWithMessages'

enableAutoUnmount(afterEach)

const article = anArticle({ issueDate: '2012-07-01', doubtful: ['issueDate', 'page', 'strange'] })

describe('DoubtfulFields', () => {
  it('shows each doubtful field with its value, and confirms the one that is clicked', async () => {
    const fields = mountWithMessages(DoubtfulFields, { props: { article, isBusy: false } })
    const date = fields.get('[data-field=issueDate]')
    expect(date.text()).toContain('2012-07-01')
    await date.trigger('click')
    expect(fields.emitted('confirm')).toEqual([[['issueDate']]])
  })

  it('shows a field that it has no word for as it is written', () => {
    const fields = mountWithMessages(DoubtfulFields, { props: { article, isBusy: false } })
    expect(fields.get('[data-field=strange]').text()).toContain('strange')
  })

  it('confirms all at once, where there are several', async () => {
    const fields = mountWithMessages(DoubtfulFields, { props: { article, isBusy: false } })
    await fields.get('.all').trigger('click')
    expect(fields.emitted('confirm')).toEqual([[null]])
    await fields.setProps({ article: { ...article, doubtful: ['page'] } })
    expect(fields.find('.all').exists()).toBe(false)
  })

  it('shows nothing where nothing is doubtful', () => {
    const fields = mountWithMessages(DoubtfulFields, {
      props: { article: { ...article, doubtful: [] }, isBusy: false },
    })
    expect(fields.find('section').exists()).toBe(false)
  })
})
