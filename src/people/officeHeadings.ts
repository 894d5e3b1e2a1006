/** What a heading such as 任命： or 免去： says of the lines below it. */
export type Heading = 'appointed' | 'removed' | null

const HEADING = /^[^。;,]{0,12}(?:(?<appointed>任命)|(?<removed>免去|免职))[^。;,]{0,6}:$/u
/** A paragraph that ends in telling of an election, whose result comes below it. */
const ELECTS = /(?:选举产生|选举结果|选出)[^。]*(?:领导人员|组成人员|班子|名单|主任|[长])[^。]{0,40}[。:]$/u

const LONGEST_LINE = 60

/** What a text is a heading for; `undefined` where it is none. */
function headingOf(text: string): Heading | undefined {
  if (ELECTS.test(text)) return 'appointed'
  const groups = text.length < 24 ? HEADING.exec(text.trim())?.groups : undefined
  if (groups === undefined) return undefined
  return groups['appointed'] === undefined ? 'removed' : 'appointed'
}

/** Whether a text is a line below a heading: it ends in a mark, or is short, and a mark or a space divides it (局长:甲). */
function isLineOfAList(text: string): boolean {
  return (
    /[;。]$/u.test(text) ||
    (text.length < LONGEST_LINE && /\p{Script=Han}(?:: ?| +)\p{Script=Han}[^。;]*$/u.test(text))
  )
}

/** The headings that hold for the texts of an article: 任命： for the lines below it that begin with a name or go on so. */
export function headingsOf<T extends { readonly text: string }>(
  texts: readonly T[],
): ReadonlyMap<T, Heading> {
  const headings = new Map<T, Heading>()
  let heading: Heading = null
  for (const text of texts) {
    const own = headingOf(text.text)
    if (own !== undefined) heading = own
    else if (heading !== null && !isLineOfAList(text.text.trim())) heading = null
    headings.set(text, own === undefined ? heading : null)
  }
  return headings
}
