import type { MessageCompiler, MessageContext } from 'vue-i18n'

/** A piece of a message: text as it is, or the name of a value. */
type Piece = { readonly text: string } | { readonly name: string }

function piecesOf(form: string): readonly Piece[] {
  // A split by a group puts the names at the odd places.
  return form.split(/\{(\w+)\}/).map((part, place) => (place % 2 === 0 ? { text: part } : { name: part }))
}

const compiled = new Map<string, readonly (readonly Piece[])[]>()

function wordValue(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/**
 * What vue-i18n is to make of a message of ours: text with `{names}` in it, in several forms parted by ` | ` where the
 * number decides. The library's own compiler knows a larger language, of which the messages use no more than this, and
 * is the slowest part of the first view.
 */
export const compileMessage: MessageCompiler = (message) => {
  if (typeof message !== 'string') throw new TypeError('A message is text.')
  // The library asks for it each time that the message is shown.
  let forms = compiled.get(message)
  if (forms === undefined) compiled.set(message, (forms = message.split(' | ').map(piecesOf)))
  return ({ named, plural }: MessageContext): string => {
    const worded = forms.map((pieces) =>
      pieces.map((piece) => ('text' in piece ? piece.text : wordValue(named(piece.name)))).join(''),
    )
    return worded.length === 1 ? (worded[0] ?? '') : plural(worded)
  }
}
