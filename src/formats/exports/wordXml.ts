/** How every part of a document of Word begins. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The namespace of its text (ECMA-376 part 1). */
export const WORD_MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text in XML, without the characters that XML does not have. */
export function xmlText(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- these are what XML cannot hold
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      .replace(/\p{Surrogate}/gu, '\uFFFD')
      .replace(/[&<>"]/g, (character) => ENTITIES[character]!)
  )
}
