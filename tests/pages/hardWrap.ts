/**
 * Breaks a paragraph into lines of at most `width` characters, as old programs did: no line ends inside a Latin
 * word or a figure, so that it can be put together again.
 */
export function hardWrap(paragraph: string, width: number): readonly string[] {
  const broken: string[] = []
  let rest = paragraph
  while (rest.length > width) {
    let end = width
    while (/[!-~]/.test(rest[end - 1]!) && /[!-~]/.test(rest[end]!)) end -= 1
    broken.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return [...broken, rest]
}

/** The two halves of a text, parted near its middle and not inside a Latin word or a figure. */
export function halved(text: string): readonly [string, string] {
  let middle = Math.floor(text.length / 2)
  while (/[!-~]/.test(text[middle - 1]!) && /[!-~]/.test(text[middle]!)) middle -= 1
  return [text.slice(0, middle), text.slice(middle)]
}
