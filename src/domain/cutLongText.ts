/** Where a text is best cut: behind a line, else behind a sentence, else behind a word. Each finds the last such place. */
const GOOD_CUTS = [
  /^.*[\n\r\u0085\u2028\u2029]/su,
  /^.*[。！？!?…；;][”’」』）)]*/su,
  /^.*[，,、\s]/su,
] as const

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

/**
 * A text in pieces of at most `longest` units that together are the text: cut behind the last line in the second half of
 * what a piece may hold, else behind a sentence, else behind a word, else anywhere but inside a character. A text that is
 * short enough is one piece.
 */
export function cutLongText(text: string, longest: number): readonly string[] {
  const pieces: string[] = []
  let start = 0
  while (text.length - start > longest) {
    const half = start + Math.ceil(longest / 2)
    const window = text.slice(half, start + longest)
    const good = GOOD_CUTS.map((cut) => cut.exec(window)?.[0].length).find((length) => length !== undefined)
    const plain = isLowSurrogate(text.charCodeAt(start + longest)) ? longest - 1 : longest
    const end = good === undefined ? start + plain : half + good
    pieces.push(text.slice(start, end))
    start = end
  }
  pieces.push(text.slice(start))
  return pieces
}
