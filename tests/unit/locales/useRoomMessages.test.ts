// @vitest-environment happy-dom
import { createApp } from 'vue'
import { expect, it, vi } from 'vitest'
import { createInterfaceLanguage, createSpeaker } from '../../../src/locales/interfaceLanguage'
import { useAboutMessages } from '../../../src/locales/useAboutMessages'
import { useRoomMessages } from '../../../src/locales/useRoomMessages'

const room = {
  zhHans: { sample: { title: '示例', count: '{n} 篇' } },
  en: { sample: { title: 'Sample', count: '{n} article | {n} article | {n} articles' } },
}

/** The words of an interface, and the means to call composables in components that have them. */
function anInterface() {
  const language = createInterfaceLanguage()
  function inComponent<Result>(work: () => Result): Result {
    const results: Result[] = []
    const component = {
      setup() {
        results.push(work())
        return () => null
      },
    }
    createApp(component).use(language).mount(document.createElement('div'))
    return results[0]!
  }
  return { words: language.global, speak: createSpeaker(language.global), inComponent }
}

it('gives the words of a room in either language, however often it is changed', async () => {
  const { speak, inComponent } = anInterface()
  const { t } = inComponent(() => useRoomMessages(room))
  expect(t('sample.title')).toBe('示例')
  await speak('en')
  expect(t('sample.title')).toBe('Sample')
  expect(t('sample.count', { n: 2 }, 2)).toBe('2 articles')
  await speak('zh-Hans')
  expect(t('sample.title')).toBe('示例')
  expect(t('app.name')).toBe('剪报')
})

it('gives the words of a room that is entered in English, in Chinese too, and keeps those of the app', async () => {
  const { speak, inComponent } = anInterface()
  await speak('en')
  const { t } = inComponent(() => useRoomMessages(room))
  expect(t('sample.title')).toBe('Sample')
  expect(t('app.name')).toBe('Jianbao')
  await speak('zh-Hans')
  expect(t('sample.title')).toBe('示例')
})

it('gives the words of a room that is entered while another language is on its way', async () => {
  const { speak, inComponent } = anInterface()
  const spoken = speak('en')
  const { t } = inComponent(() => useRoomMessages(room))
  await spoken
  expect([t('sample.title'), t('app.name')]).toEqual(['Sample', 'Jianbao'])
})

it('adds the words of a room once to each interface', () => {
  const [one, other] = [anInterface(), anInterface()]
  const merge = vi.spyOn(one.words, 'mergeLocaleMessage')
  one.inComponent(() => useRoomMessages(room))
  one.inComponent(() => useRoomMessages(room))
  expect(merge.mock.calls.map(([language]) => language)).toEqual(['zh-Hans', 'en'])
  expect(other.inComponent(() => useRoomMessages(room).t('sample.title'))).toBe('示例')
})

it('keeps rooms apart', () => {
  const { inComponent } = anInterface()
  inComponent(() => useRoomMessages(room))
  const { t } = inComponent(useAboutMessages)
  expect(t('about.title')).not.toBe('about.title')
  expect(inComponent(() => useRoomMessages(room).t('sample.title'))).toBe('示例')
})
