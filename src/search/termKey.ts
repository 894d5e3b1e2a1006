/**
 * One folded token as MiniSearch keeps it. MiniSearch's tree walks all children of a node one by one, and thousands
 * of Han characters follow its root: each UTF-16 unit is written as three characters of small alphabets instead
 * (building takes less than half the time, loading a fifth). The first is never that of a word, since folded words
 * hold no capitals. The writing keeps prefixes and order of units, so it changes neither results nor scores.
 */
const FIRST = '@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_!'
const MIDDLE = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_'
const FIRST_HAN_UNIT = 0x2e80

/** The form in which a MiniSearch keeps a folded token. */
export function termKey(token: string): string {
  if (token.charCodeAt(0) < FIRST_HAN_UNIT) return token
  let key = ''
  for (let at = 0; at < token.length; at++) {
    const unit = token.charCodeAt(at)
    key += FIRST.charAt(unit >> 11) + MIDDLE.charAt((unit >> 5) & 63) + MIDDLE.charAt(unit & 31)
  }
  return key
}
