import { Tokenizer, TokenizerMode } from 'parse5'

/** What is told of HTML as it stands, without a document being built. */
export interface HtmlHandlers {
  readonly open: (name: string) => void
  readonly close: (name: string) => void
  /** Text that can be seen; runs of blanks are one space. */
  readonly text: (text: string) => void
}

/** Elements whose content is no text that can be seen. */
const UNREAD: ReadonlySet<string> = new Set(
  'script style template noscript iframe textarea title xml'.split(' '),
)

/** Elements that begin a line of their own. */
const LINES: ReadonlySet<string> = new Set(
  (
    'p br div tr li ul ol table section article blockquote center hr h1 h2 h3 h4 h5 h6 dd dt pre figure ' +
    'figcaption'
  ).split(' '),
)

/** Whether an element begins a line of its own. */
export function beginsLine(name: string): boolean {
  return LINES.has(name)
}

/** Takes in HTML piece by piece and tells of it; what is in scripts and the like is not told. Never throws. */
export function startHtmlText({ open, close, text }: HtmlHandlers): (piece: string, isLast: boolean) => void {
  let unread: string | null = null
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag: ({ tagName, selfClosing }) => {
        if (unread !== null) return
        open(tagName)
        if (!UNREAD.has(tagName) || selfClosing) return
        unread = tagName
        tokenizer.state = TokenizerMode.RAWTEXT
      },
      onEndTag: ({ tagName }) => {
        if (unread !== null) {
          if (tagName !== unread) return
          unread = null
          tokenizer.state = TokenizerMode.DATA
        }
        close(tagName)
      },
      onCharacter: ({ chars }) => {
        if (unread === null) text(chars)
      },
      onWhitespaceCharacter: () => {
        if (unread === null) text(' ')
      },
      onNullCharacter: () => undefined,
      onComment: () => undefined,
      onDoctype: () => undefined,
      onEof: () => undefined,
      onParseError: null,
    },
  )
  return (piece, isLast) => {
    tokenizer.write(piece, isLast)
  }
}
