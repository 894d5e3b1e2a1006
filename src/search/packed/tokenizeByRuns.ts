import { type RunTokenizer, type TokenSink } from './packedOptions'

/**
 * The `tokenize` function, as MiniSearch wants it, that agrees with a run tokenizer: for every run its overlapping
 * pairs of code points and then its last code point, for every word the word. With it, and `processTerm` the
 * identity, a plain MiniSearch indexes the same terms as a packed one.
 */
export function tokenizeByRuns(tokenizeRuns: RunTokenizer): (text: string, fieldName?: string) => string[] {
  return (text, fieldName = '') => {
    const tokens: string[] = []
    tokenizeRuns(text, fieldName, tokenSink(tokens))
    return tokens
  }
}

/**
 * The same for queries: of a run longer than one character only the pairs, since its last character alone would ask
 * for another word to end there.
 */
export function tokenizeQueryByRuns(
  tokenizeRuns: RunTokenizer,
): (text: string, fieldName?: string) => string[] {
  return (text, fieldName = '') => {
    const tokens: string[] = []
    const { word, run } = tokenSink(tokens)
    tokenizeRuns(text, fieldName, {
      word,
      run: (runText, start, end) => {
        const before = tokens.length
        run(runText, start, end)
        if (tokens.length > before + 1) tokens.pop()
      },
    })
    return tokens
  }
}

/** The overlapping pairs of code points of a run, in order; none if it is one character long. */
export function pairsOfRun(run: string): string[] {
  const characters = Array.from(run)
  return characters.slice(1).map((character, i) => characters[i]! + character)
}

function tokenSink(tokens: string[]): TokenSink {
  return {
    word(term) {
      if (term !== '') tokens.push(term)
    },
    run(text, start, end) {
      if (start >= end) return
      let character = String.fromCodePoint(text.codePointAt(start)!)
      for (let at = start + character.length; at < end;) {
        const next = String.fromCodePoint(text.codePointAt(at)!)
        tokens.push(character + next)
        character = next
        at += next.length
      }
      tokens.push(character)
    },
  }
}
