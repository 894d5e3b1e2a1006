import { describe, expect, it } from 'vitest'
import { Dictionary } from '../../../src/search/dictionary'
import { NameForms } from '../../../src/search/nameForms'

describe('NameForms', () => {
  it('finds names however they are set: padded, in traditional characters, in full width', () => {
    const dictionary = new Dictionary(['李　样', '李样', '張示例', 'Ａnna', '王样张'])
    const forms = new NameForms(dictionary)
    expect([...forms.numbersOf(['李样'])]).toEqual([1, 0])
    expect([...forms.numbersOf(['张示例', 'anna'])]).toEqual([2, 3])
    expect([...forms.numbersOf(['张示'])]).toEqual([])
  })

  it('knows names that the dictionary gained since it was last asked', () => {
    const dictionary = new Dictionary()
    const forms = new NameForms(dictionary)
    expect(forms.numbersOf(['李样']).size).toBe(0)
    dictionary.intern('李 样')
    expect([...forms.numbersOf(['李样'])]).toEqual([0])
  })
})
