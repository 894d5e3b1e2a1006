import { enableAutoUnmount, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { Suggestion } from '../../../src/domain/suggestion'
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

const suggestions: readonly Suggestion[] = [
  { kind: 'person', value: '徐明', count: 12 },
  { kind: 'category', value: '要闻/时政', count: 1 },
  { kind: 'recent', value: '徐明 基石', count: null },
]

async function aListOfSuggestions() {
  const { box, input } = aSearchBox()
  await type(input, '徐')
  await box.setProps({ suggestions })
  return { box, input, options: () => box.findAll('[role=option]') }
}

describe('the suggestions of the SearchBox', () => {
  it('are asked for while one types, and stand in the list of the combobox', async () => {
    const { box, input, options } = await aListOfSuggestions()
    expect(box.emitted('ask')).toEqual([['徐']])
    expect(input.attributes('aria-expanded')).toBe('true')
    expect(box.get('[role=listbox]').attributes('id')).toBe(input.attributes('aria-controls'))
    expect(options().map((option) => option.get('.value').text())).toEqual([
      '徐明',
      '要闻 › 时政',
      '徐明 基石',
    ])
  })

  it('are walked with the arrows, through the box and round again', async () => {
    const { input, options } = await aListOfSuggestions()
    const chosen = () => options().findIndex((option) => option.attributes('aria-selected') === 'true')
    const places: number[] = []
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown']) {
      await input.trigger('keydown', { key })
      places.push(chosen())
      const active = options()[chosen()]?.attributes('id')
      expect(input.attributes('aria-activedescendant')).toBe(active)
    }
    expect(places).toEqual([0, 1, 0, -1, 2, -1])
  })

  it('are chosen by Enter or a click, with the words they were typed for', async () => {
    const { box, input, options } = await aListOfSuggestions()
    await input.trigger('keydown', { key: 'ArrowDown' })
    await input.trigger('keydown', { key: 'Enter' })
    expect(box.emitted('choose')).toEqual([[suggestions[0], '徐']])
    expect(options()).toEqual([])
    await type(input, '徐')
    await options()[2]!.trigger('click')
    expect(box.emitted('choose')?.[1]).toEqual([suggestions[2], '徐'])
    expect(submitted(box)).toEqual([])
  })

  it('are left alone by Enter while none is chosen', async () => {
    const { box, input, options } = await aListOfSuggestions()
    await input.trigger('keydown', { key: 'Enter' })
    expect(submitted(box)).toEqual(['徐'])
    expect(options()).toEqual([])
  })

  it('go with Escape, which keeps the words, and come back with an arrow', async () => {
    const { input, options } = await aListOfSuggestions()
    await input.trigger('keydown', { key: 'Escape' })
    expect(options()).toEqual([])
    expect(input.element.value).toBe('徐')
    expect(input.attributes('aria-expanded')).toBe('false')
    await input.trigger('keydown', { key: 'ArrowDown' })
    expect(options()).toHaveLength(3)
    await input.trigger('blur')
    expect(options()).toEqual([])
  })

  it('are not walked by the keys of an input method', async () => {
    const { input, options } = await aListOfSuggestions()
    await input.trigger('compositionstart')
    await input.trigger('keydown', { key: 'ArrowDown', isComposing: true })
    expect(options().some((option) => option.attributes('aria-selected') === 'true')).toBe(false)
  })
})
