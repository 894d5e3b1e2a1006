import { pinyinLetters } from '../text/pinyin'
import { lexQuery } from './lexQuery'

/** Whether a query has a word that could be a name in pinyin, so that pinyin is worth loading. */
export function mayBePinyin(q: string): boolean {
  return lexQuery(q).lexemes.some(
    (lexeme) => lexeme.kind === 'term' && lexeme.termKind === 'run' && pinyinLetters(lexeme.text) !== null,
  )
}
