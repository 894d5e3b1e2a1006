import * as fc from 'fast-check'
import { QUERY_FIELDS, type QueryField, type QueryTerm } from '../../../src/domain/queryReading'
import type { QueryNode, TermNode } from '../../../src/search/queryNode'

const NOWHERE = [0, 0] as const

/** A term at no place, as trees are compared. */
function aTermNode(text: string, kind: QueryTerm['kind'] = 'run', field: QueryField | null = null): TermNode {
  return { kind: 'term', term: { text, kind, field }, at: NOWHERE }
}

/** A tree without the places of its terms. */
export function withoutPlaces(node: QueryNode): QueryNode {
  switch (node.kind) {
    case 'term':
      return { ...node, at: NOWHERE }
    case 'near':
      return { ...node, left: { ...node.left, at: NOWHERE }, right: { ...node.right, at: NOWHERE } }
    case 'not':
      return { ...node, node: withoutPlaces(node.node) }
    case 'all':
    case 'any':
      return { ...node, nodes: node.nodes.map(withoutPlaces) }
  }
}

const han = fc.string({
  unit: fc.constantFrom('基', '石', '工', '党', '建', '𠮷', '〇'),
  minLength: 1,
  maxLength: 3,
})
const latin = fc.constantFrom('a', 'ab', 'Keji', 'or', 'near', 'title')
const phrase = fc
  .string({
    unit: fc.constantFrom('基', '石', '工', '，', ' ', 'a', '(', ')', '-', '|', '5'),
    minLength: 1,
    maxLength: 5,
  })
  .map((text) => text.trim())
  .filter((text) => text !== '')
const fields = fc.constantFrom(null, null, null, null, ...QUERY_FIELDS)

const term: fc.Arbitrary<QueryTerm> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ text: fc.oneof(han, latin), kind: fc.constant('run' as const), field: fields }),
  },
  { weight: 2, arbitrary: fc.record({ text: phrase, kind: fc.constant('phrase' as const), field: fields }) },
  {
    weight: 1,
    arbitrary: fc.record({
      text: latin,
      kind: fc.constantFrom('prefix' as const, 'fuzzy' as const),
      field: fields,
    }),
  },
)
function same(a: QueryNode, b: QueryNode): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Several different nodes as one, none of them of the same kind. */
function join(kind: 'all' | 'any', nodes: readonly QueryNode[]): QueryNode {
  const flat = nodes.flatMap((node) => (node.kind === kind ? node.nodes : [node]))
  const distinct = flat.filter((node, place) => flat.findIndex((other) => same(node, other)) === place)
  const [only] = distinct
  return distinct.length === 1 && only !== undefined ? only : { kind, nodes: distinct }
}

/** Trees over some terms, in the form in which they are read: nothing nested that need not be. */
export function queryTreesOf(terms: fc.Arbitrary<QueryTerm>): fc.Arbitrary<QueryNode> {
  const termNode = terms.map(({ text, kind, field }) => aTermNode(text, kind, field))
  const near = fc
    .record({ left: termNode, right: termNode, distance: fc.nat(4) })
    .map(({ left, right, distance }): QueryNode => {
      const { field } = left.term
      return { kind: 'near', left, right: { ...right, term: { ...right.term, field } }, distance }
    })
  return fc.letrec<{ node: QueryNode }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      termNode,
      near,
      tie('node').map((node): QueryNode => ({ kind: 'not', node })),
      fc.array(tie('node'), { minLength: 2, maxLength: 3 }).map((nodes) => join('all', nodes)),
      fc.array(tie('node'), { minLength: 2, maxLength: 3 }).map((nodes) => join('any', nodes)),
    ),
  })).node
}

/** Any tree that a query can be read as. */
export const anyQueryTree: fc.Arbitrary<QueryNode> = queryTreesOf(term)
