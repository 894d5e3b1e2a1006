import { mount, type ComponentMountingOptions, type VueWrapper } from '@vue/test-utils'
import type { Component } from 'vue'
import type { Language } from '../../../src/domain/preferences'
import { en } from '../../../src/locales/en'
import { createInterfaceLanguage } from '../../../src/locales/interfaceLanguage'

/** A component in the document, with its words: props in, events out. */
export function mountWithMessages(
  component: Component,
  options: ComponentMountingOptions<Component> = {},
  language: Language = 'en',
): VueWrapper {
  const words = createInterfaceLanguage()
  words.global.mergeLocaleMessage('en', en)
  words.global.locale.value = language
  return mount(component, {
    attachTo: document.body,
    ...options,
    global: { plugins: [words], ...options.global },
  } as ComponentMountingOptions<Component>) as VueWrapper
}
