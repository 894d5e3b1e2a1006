import { Tokenizer, TokenizerMode, type Token } from 'parse5'

/** Elements that begin a line of their own. */
const LINES: ReadonlySet<string> = new Set(
  (
    'p br div tr li ul ol table section article blockquote center hr h1 h2 h3 h4 h5 h6 dd dt pre figure ' +
    'figcaption'
  ).split(' '),
)
/** Elements whose content is no text. */
const UNREAD: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'textarea',
  'title',
])

/**
 * The text of a piece of HTML as it stands in a cell of a table, a line for each block; scripts and the like are left
 * out. It is not built as a document: a cell holds an article's text and nothing around it.
 */
export function htmlCellText(html: string): string {
  let text = ''
  let unread: string | null = null
  const breakLine = (name: string): void => {
    if (LINES.has(name) && unread === null) text += '\n'
  }
  const add = ({ chars }: Token.CharacterToken): void => {
    if (unread === null) text += chars
  }
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag: ({ tagName, selfClosing }) => {
        breakLine(tagName)
        if (!UNREAD.has(tagName) || selfClosing || unread !== null) return
        unread = tagName
        tokenizer.state =
          tagName === 'textarea' || tagName === 'title' ? TokenizerMode.RCDATA : TokenizerMode.RAWTEXT
      },
      onEndTag: ({ tagName }) => {
        if (tagName === unread) {
          unread = null
          tokenizer.state = TokenizerMode.DATA
        }
        breakLine(tagName)
      },
      onCharacter: add,
      onWhitespaceCharacter: ({ chars }) => {
        if (unread === null) text += chars.replaceAll(/[\n\r\t\f ]+/g, ' ')
      },
      onNullCharacter: () => undefined,
      onComment: () => undefined,
      onDoctype: () => undefined,
      onEof: () => undefined,
      onParseError: null,
    },
  )
  tokenizer.write(html, true)
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}
