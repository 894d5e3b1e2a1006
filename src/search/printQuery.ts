import type { QueryPart, QueryTerm } from '../domain/queryReading'
import type { QueryNode } from './queryNode'

/** How firmly a node holds together: what stands within a firmer one needs parentheses; alternatives of several parts have them to be plain. */
const FIRMNESS = { any: 0, all: 1, not: 2, near: 3, term: 4 } as const

/** A query's tree as its terms and operators in order. Terms that stand side by side are joined by `and`. */
export function queryParts(node: QueryNode): readonly QueryPart[] {
  const within = (inner: QueryNode, outer: keyof typeof FIRMNESS): readonly QueryPart[] => {
    const parts = queryParts(inner)
    const isOpen = FIRMNESS[inner.kind] < FIRMNESS[outer] || (outer === 'any' && inner.kind === 'all')
    return isOpen ? [{ kind: 'open' }, ...parts, { kind: 'close' }] : parts
  }
  switch (node.kind) {
    case 'term':
      return [{ kind: 'term', term: node.term }]
    case 'not':
      return [{ kind: 'not' }, ...within(node.node, 'not')]
    case 'near':
      return [
        ...within(node.left, 'near'),
        { kind: 'near', distance: node.distance },
        ...within(node.right, 'near'),
      ]
    case 'all':
    case 'any':
      return node.nodes.flatMap((one, place) => [
        ...(place === 0 ? [] : [{ kind: node.kind === 'all' ? 'and' : 'or' } as const]),
        ...within(one, node.kind),
      ])
  }
}

/** The first pair of quotation marks that a phrase can stand in; after folding, curly and straight ones are alike. */
function quote(text: string): string {
  if (!/["“”„‟＂]/u.test(text)) return `"${text}"`
  return text.includes('」') ? `『${text}』` : `「${text}」`
}

/** A term as it is written. */
export function printTerm({ text, kind, field }: QueryTerm): string {
  const sign = { run: '', phrase: '', prefix: '*', fuzzy: '~' }[kind]
  return `${field === null ? '' : `${field}:`}${kind === 'phrase' ? quote(text) : text}${sign}`
}

/** A query's tree as it is written: reading what comes out gives the tree. */
export function printQuery(node: QueryNode): string {
  const words = queryParts(node).map((part) => {
    switch (part.kind) {
      case 'term':
        return printTerm(part.term)
      case 'and':
        return 'AND'
      case 'or':
        return 'OR'
      case 'not':
        return 'NOT'
      case 'near':
        return `NEAR/${part.distance}`
      case 'open':
        return '('
      case 'close':
        return ')'
    }
  })
  return words.join(' ')
}
