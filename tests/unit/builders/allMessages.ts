const CHINESE = import.meta.glob<Readonly<Record<string, object>>>('../../../src/locales/*ZhHans.ts', {
  eager: true,
})
const ENGLISH = import.meta.glob<Readonly<Record<string, object>>>('../../../src/locales/*En.ts', {
  eager: true,
})
const ALWAYS = import.meta.glob<Readonly<Record<string, object>>>('../../../src/locales/{en,zhHans}.ts', {
  eager: true,
})

function merged(modules: readonly Readonly<Record<string, object>>[]): object {
  return Object.assign({}, ...modules.flatMap((module) => Object.values(module))) as object
}

/** Every message of the app: those of the first view, and those that are fetched with the page that needs them. */
export const allMessages = {
  'zh-Hans': merged([ALWAYS['../../../src/locales/zhHans.ts']!, ...Object.values(CHINESE)]),
  en: merged([ALWAYS['../../../src/locales/en.ts']!, ...Object.values(ENGLISH)]),
} as const

/** Matches the names of the files that hold messages, below `src`. */
export const MESSAGE_FILES = /locales[/\\](?:\w*En|\w*ZhHans|en|zhHans)\.ts$/
