import { enableAutoUnmount, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import SearchBox from '../../../src/components/SearchBox.vue'
import { mountWithMessages } from '../builders/mountWithMessages'

enableAutoUnmount(afterEach)

function aSearchBox(modelValue = '') {
  const box = mountWithMessages(SearchBox, { props: { modelValue } })
  const input = box.get<HTMLInputElement>('[data-testid=search-box]')
  return { box, input }
}

async function type(input: ReturnType<typeof aSearchBox>['input'], words: string): Promise<void> {
  input.element.value = words
  await input.trigger('input')
}

function typed(box: VueWrapper): unknown[] {
  return (box.emitted('type') ?? []).flat()
}

function submitted(box: VueWrapper): unknown[] {
  return (box.emitted('submit') ?? []).flat()
}

describe('SearchBox', () => {
  it('tells what is typed as it is typed', async () => {
    const { box, input } = aSearchBox()
    await type(input, '基')
    await type(input, '基石')
    expect(typed(box)).toEqual(['基', '基石'])
  })

  it('tells nothing while an input method composes, and the words once it has ended', async () => {
    const { box, input } = aSearchBox()
    await input.trigger('compositionstart')
    await type(input, 'ji')
    await type(input, "ji'shi")
    expect(typed(box)).toEqual([])
    input.element.value = '基石'
    await input.trigger('compositionend')
    expect(typed(box)).toEqual(['基石'])
  })

  it('does not take the Enter that ends a composition for its own', async () => {
    const { box, input } = aSearchBox()
    await input.trigger('compositionstart')
    await type(input, 'jishi')
    await input.trigger('keydown', { key: 'Enter', isComposing: true })
    await input.trigger('keydown', { key: 'Enter', keyCode: 229 })
    expect(submitted(box)).toEqual([])
  })

  it('leaves half-composed words alone when the address changes meanwhile', async () => {
    const { box, input } = aSearchBox()
    await input.trigger('compositionstart')
    await type(input, 'jishi')
    await box.setProps({ modelValue: '别处来的词' })
    expect(input.element.value).toBe('jishi')
  })

  it('submits the words on Enter, once', async () => {
    const { box, input } = aSearchBox('基石')
    await input.trigger('keydown', { key: 'Enter' })
    expect(submitted(box)).toEqual(['基石'])
  })

  it('is cleared by its button, which is there only for words, and keeps the focus', async () => {
    const { box, input } = aSearchBox('基石')
    await box.get('button').trigger('click')
    expect(submitted(box)).toEqual([''])
    expect(input.element.value).toBe('')
    expect(document.activeElement).toBe(input.element)
    await box.setProps({ modelValue: '' })
    expect(box.find('button').exists()).toBe(false)
  })

  it('shows the words of the address', async () => {
    const { box, input } = aSearchBox('甲')
    await box.setProps({ modelValue: '乙' })
    expect(input.element.value).toBe('乙')
  })
})
