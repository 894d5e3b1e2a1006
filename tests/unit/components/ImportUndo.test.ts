import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import ImportUndo from '../../../src/components/import/ImportUndo.vue'
import { mountWithMessages } from '../builders/mountWithMessages'

enableAutoUnmount(afterEach)

function anUndo(consequences: object | null, isSaidAtOnce: boolean) {
  return mountWithMessages(ImportUndo, { props: { consequences, isSaidAtOnce, isBusy: false } }, 'zh-Hans')
}

const HARMLESS = { articles: 3, noted: 0, amended: 0, replacing: 0 }

describe('ImportUndo', () => {
  it('says at once what it would take along, where it is to', () => {
    expect(anUndo(HARMLESS, true).text()).toContain('撤销会取出 3 篇。')
    expect(anUndo(HARMLESS, false).text()).toBe('撤销')
  })

  it('asks what it takes along, and undoes at once what takes nothing of the user’s along', async () => {
    const undo = anUndo(null, false)
    await undo.get('[data-testid=import-undo]').trigger('click')
    expect([undo.emitted('ask')?.length, undo.emitted('undo')]).toEqual([1, undefined])
    await undo.setProps({ consequences: HARMLESS })
    expect(undo.emitted('undo')).toHaveLength(1)
  })

  it('asks once more where notes or corrections hang on it, with their numbers', async () => {
    const undo = anUndo(HARMLESS, true)
    await undo.get('[data-testid=import-undo]').trigger('click')
    await undo.setProps({ consequences: { articles: 3, noted: 2, amended: 1, replacing: 0 } })
    expect(undo.emitted('undo')).toBeUndefined()
    expect(undo.text()).toContain('其中 2 篇有您的批注或报影')
    expect(undo.text()).toContain('其中 1 篇您更正过')
    await undo.get('.button').trigger('click')
    expect(undo.emitted('undo')).toHaveLength(1)
  })

  it('does nothing when one thinks better of it', async () => {
    const undo = anUndo(null, false)
    await undo.get('[data-testid=import-undo]').trigger('click')
    await undo.setProps({ consequences: { articles: 3, noted: 2, amended: 1, replacing: 0 } })
    await undo.findAll('button').at(-1)!.trigger('click')
    expect(undo.emitted('undo')).toBeUndefined()
    expect(undo.find('[data-testid=import-undo]').exists()).toBe(true)
  })
})
