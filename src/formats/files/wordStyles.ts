import { readWholeXml } from './xmlText'

/** What a style of paragraphs says, with what it takes from those it is based on. */
export interface WordStyle {
  /** Its name in small letters: those of headings are English in every language of the program. */
  readonly name: string
  /** The level at which it stands in the outline, from 0; 9 is running text; `null` when it does not say. */
  readonly outline: number | null
  /** Half-points; `null` when it does not say. */
  readonly size: number | null
  readonly isBold: boolean
  readonly isCentred: boolean
}

/** The styles of a document. */
export interface WordStyles {
  /** By their ids. */
  readonly byId: ReadonlyMap<string, WordStyle>
  /** The id of the style of a paragraph that names none. */
  readonly usual: string | null
  /** The size of characters without any, in half-points. */
  readonly size: number
}

/** The size that WordprocessingML has where nothing tells one (ECMA-376 part 1, 17.3.2.38), in half-points. */
const SIZE = 20

/** A document without styles. */
export const NO_STYLES: WordStyles = { byId: new Map(), usual: null, size: SIZE }

/** Styles based on others, one on the other, that are followed. */
const DEEPEST = 20

interface OwnStyle {
  id: string
  name: string
  base: string | null
  outline: number | null
  size: number | null
  isBold: boolean | null
  isCentred: boolean | null
}

/** A number of an attribute; `null` for none. */
export function numberOf(value: string | undefined): number | null {
  const number = value === undefined || value.trim() === '' ? NaN : Number(value)
  return Number.isFinite(number) ? number : null
}

/** Whether a property that is named is meant: it may say that it is not. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off|none)$/i.test(value)
}

/** The styles of paragraphs of a document's part for them (ECMA-376, WordprocessingML). @throws ReadingFailure when it is damaged */
export async function readWordStyles(content: AsyncIterable<Uint8Array>): Promise<WordStyles> {
  const own = new Map<string, OwnStyle>()
  let usual: string | null = null
  let size = SIZE
  let style: OwnStyle | null = null
  let isDefault = false
  await readWholeXml(content, {
    open: (name, attributes) => {
      const value = attributes['w:val']
      if (name === 'rPrDefault') isDefault = true
      else if (name === 'style') {
        const id = attributes['w:styleId'] ?? ''
        const isOfParagraphs = (attributes['w:type'] ?? 'paragraph') === 'paragraph'
        style = { id, name: '', base: null, outline: null, size: null, isBold: null, isCentred: null }
        if (isOfParagraphs) own.set(id, style)
        if (isOfParagraphs && attributes['w:default'] !== undefined && isOn(attributes['w:default']))
          usual = id
      } else if (name === 'sz' && isDefault) size = numberOf(value) ?? size
      else if (style === null) return
      else if (name === 'name') style.name = (value ?? '').toLowerCase()
      else if (name === 'basedOn') style.base = value ?? null
      else if (name === 'outlineLvl') style.outline = numberOf(value)
      else if (name === 'sz') style.size = numberOf(value)
      else if (name === 'b') style.isBold = isOn(value)
      else if (name === 'jc') style.isCentred = value === 'center'
    },
    close: (name) => {
      if (name === 'rPrDefault') isDefault = false
      else if (name === 'style') style = null
    },
  })

  /** What a style or the nearest it is based on says. */
  function inherited<Said>(id: string, say: (one: OwnStyle) => Said | null): Said | null {
    let next: string | null = id
    for (let depth = 0; next !== null && depth < DEEPEST; depth += 1) {
      const one: OwnStyle | undefined = own.get(next)
      if (one === undefined) return null
      const said = say(one)
      if (said !== null) return said
      next = one.base
    }
    return null
  }

  const byId = new Map<string, WordStyle>()
  for (const [id, { name }] of own) {
    byId.set(id, {
      name,
      outline: inherited(id, (one) => one.outline),
      size: inherited(id, (one) => one.size),
      isBold: inherited(id, (one) => one.isBold) ?? false,
      isCentred: inherited(id, (one) => one.isCentred) ?? false,
    })
  }
  return { byId, usual, size }
}
