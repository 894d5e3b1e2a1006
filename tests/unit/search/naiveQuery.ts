import { articlePages, type Article } from '../../../src/domain/article'
import type { QueryField, QueryTerm } from '../../../src/domain/queryReading'
import type { QueryNode } from '../../../src/search/queryNode'
import { fold } from '../../../src/text/fold'

/** The texts of an article in which a field is looked for, folded, each by itself. */
function linesOf(article: Article, field: QueryField | null): readonly string[] {
  const head = [article.title, article.kicker ?? '', article.subtitle ?? '']
  const names = [...article.people.map((person) => person.name), ...article.authors]
  const padded = names.map((name) => name.replaceAll(/\s+/gu, ''))
  const lines = {
    title: head,
    person: [...names, ...padded],
    text: article.paragraphs,
    office: article.people.flatMap(({ offices }) => offices),
    category: article.category,
    newspaper: [article.newspaper ?? ''],
    page: articlePages(article),
  }
  return (field === null ? [...head, ...names, ...padded, ...article.paragraphs] : lines[field]).map(fold)
}

/** Letters put in, left out or replaced, by the definition. */
function distanceOf(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const rest = distanceOf(a.slice(1), b.slice(1))
  if (a.startsWith(b.charAt(0))) return rest
  return 1 + Math.min(rest, distanceOf(a.slice(1), b), distanceOf(a, b.slice(1)))
}

/** Where a term is in one folded text. Words are Latin here, and phrases hold Han characters and marks only. */
function hitsIn(line: string, { kind, text }: QueryTerm): readonly (readonly [number, number])[] {
  const wanted = fold(text)
  const hits: [number, number][] = []
  if (kind === 'phrase' || !/^[a-z0-9]+$/.test(wanted)) {
    for (let at = line.indexOf(wanted); at !== -1; at = line.indexOf(wanted, at + 1)) {
      hits.push([at, at + wanted.length])
    }
    return hits
  }
  const most = wanted.length <= 2 ? 0 : wanted.length <= 5 ? 1 : 2
  for (const { 0: word, index } of line.matchAll(/[a-z0-9]+/g)) {
    const isHit =
      kind === 'prefix'
        ? word.startsWith(wanted)
        : kind === 'fuzzy'
          ? distanceOf(word, wanted) <= most
          : word === wanted
    if (isHit) hits.push([index, index + word.length])
  }
  return hits
}

/** Whether an article matches a query's tree, by looking at every text of it. */
export function matchesNaively(article: Article, node: QueryNode): boolean {
  switch (node.kind) {
    case 'term': {
      const lines = linesOf(article, node.term.field)
      const isWholePage =
        node.term.field === 'page' && (node.term.kind === 'run' || node.term.kind === 'phrase')
      return lines.some((line) =>
        isWholePage ? line === fold(node.term.text) : hitsIn(line, node.term).length > 0,
      )
    }
    case 'near':
      return linesOf(article, node.left.term.field).some((line) =>
        hitsIn(line, node.left.term).some((left) =>
          hitsIn(line, node.right.term).some((right) => {
            const [first, second] = left[0] < right[0] ? [left, right] : [right, left]
            return (
              first[1] <= second[0] && Array.from(line.slice(first[1], second[0])).length <= node.distance
            )
          }),
        ),
      )
    case 'not':
      return !matchesNaively(article, node.node)
    case 'all':
      return node.nodes.every((one) => matchesNaively(article, one))
    case 'any':
      return node.nodes.some((one) => matchesNaively(article, one))
  }
}
