const FORMS: readonly (readonly [RegExp, string])[] = [
  [/^中共/, ''],
  [/^示县(?=县)|^示阳市(?=市)/, ''],
  [/^示阳市委/, '市委'],
  [/^示县县委/, '县委'],
  [/^(?:示县|示阳市)(?:人民政府)?/, ''],
  [/^代理/, '代'],
  [/^([县市])(?:人民)?(法院|检察院)/, '$1人民$2'],
]

/** One name for the forms in which the paper writes an office of the county: 示县人民政府县长 is 县长, 代理县长 is 代县长. */
export function officeName(words: string): string {
  return FORMS.reduce((name, [form, replacement]) => name.replace(form, replacement), words)
}
