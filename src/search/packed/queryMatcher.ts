import { BitSet } from './bitSet'
import type { CompiledNode, LeafNode, RunNode, TermsNode } from './compiledQuery'
import { areNearby } from './nearby'
import { keepDocumentsOf, recentDocumentsOf } from './recentRuns'
import { documentsOfLists, matchRun } from './runMatcher'
import type { Segment } from './segment'
import { intersectDocuments, subtractDocuments, uniteDocuments } from './sortedDocuments'

const NONE = new Int32Array(0)

/** From this many lists on, a union is made in a bit set. */
const MANY_LISTS = 4

/** A document's paragraphs of a field, for `near`. */
export type ParagraphsOf = (document: number, field: number) => readonly string[]

/** Finds the documents of one segment that a query matches; what each node matched is kept for scoring. */
export class QueryMatcher {
  private readonly segment: Segment
  private readonly index: number
  private readonly paragraphsOf: ParagraphsOf
  private readonly matched = new Map<CompiledNode, Int32Array>()
  private everything: Int32Array | undefined

  /** `index` is the segment's number among those the query was compiled for. */
  constructor(segment: Segment, index: number, paragraphsOf: ParagraphsOf) {
    this.segment = segment
    this.index = index
    this.paragraphsOf = paragraphsOf
  }

  /** The matching documents, rising, none of them removed; only those in `within`, if it is given. */
  match(node: CompiledNode, within?: Int32Array): Int32Array {
    const documents = this.find(node, within)
    this.matched.set(node, documents)
    return documents
  }

  /** What the node matched, maybe only within a set that its siblings left. */
  matchedBy(node: CompiledNode): Int32Array {
    return this.matched.get(node) ?? NONE
  }

  private find(node: CompiledNode, within: Int32Array | undefined): Int32Array {
    switch (node.kind) {
      case 'all':
        return within ?? this.all()
      case 'not':
        return subtractDocuments(within ?? this.all(), this.match(node.child, within))
      case 'or':
        return node.children.map((child) => this.match(child, within)).reduce(uniteDocuments, NONE)
      case 'and':
        return this.findAll(node.children, within)
      case 'near':
        return this.findNear(node, within)
      case 'run':
        return this.withoutRemoved(this.findRun(node, within))
      case 'terms':
        return this.withoutRemoved(this.findTerms(node, within))
    }
  }

  private findRun(node: RunNode, within: Int32Array | undefined): Int32Array {
    const { segment } = this
    const recent = recentDocumentsOf(segment, node.fields, node.run)
    if (recent !== undefined) return within === undefined ? recent : intersectDocuments(recent, within)
    const documents = this.proveRun(node, within)
    if (within === undefined) keepDocumentsOf(segment, node.fields, node.run, documents)
    return documents
  }

  private proveRun({ run, pairs, fields }: RunNode, within: Int32Array | undefined): Int32Array {
    const pair = pairs[0]
    if (pairs.length === 1 && within === undefined)
      return documentsOfLists(fields.flatMap((field) => pair!.list(this.index, field) ?? []))
    return fields
      .map((field) => matchRun(this.segment, this.index, run, pairs, field, within))
      .reduce(uniteDocuments, NONE)
  }

  /** The rarest first, so that the others need only look where it leaves something; exclusions last. */
  private findAll(children: readonly CompiledNode[], within: Int32Array | undefined): Int32Array {
    const order = children.toSorted((a, b) => this.estimate(a) - this.estimate(b))
    let documents = within
    for (const child of order) {
      if (documents?.length === 0) return NONE
      documents = this.match(child, documents)
    }
    return documents ?? this.all()
  }

  /** At most how many documents a node may match; infinite where that says nothing. */
  private estimate(node: CompiledNode): number {
    switch (node.kind) {
      case 'run':
        return sum(node.fields, (field) =>
          Math.min(...node.pairs.map((pair) => pair.list(this.index, field)?.count ?? 0)),
        )
      case 'terms':
        return sum(node.fields, (field) =>
          sum(node.terms, ({ term }) => term.list(this.index, field)?.count ?? 0),
        )
      case 'or':
        return sum(node.children, (child) => this.estimate(child))
      case 'and':
        return Math.min(Infinity, ...node.children.map((child) => this.estimate(child)))
      case 'near':
        return Math.min(this.estimate(node.left), this.estimate(node.right)) + 1
      default:
        return Infinity
    }
  }

  private findTerms({ terms, fields }: TermsNode, within: Int32Array | undefined): Int32Array {
    const lists = terms.flatMap(({ term }) => fields.flatMap((field) => term.list(this.index, field) ?? []))
    if (lists.length <= MANY_LISTS) {
      const documents = documentsOfLists(lists)
      return within === undefined ? documents : intersectDocuments(documents, within)
    }
    const found = new BitSet(this.segment.meta.documents)
    for (const list of lists) for (const document of list.documents) found.add(document)
    return within === undefined ? found.toArray() : within.filter((document) => found.has(document))
  }

  private findNear(
    node: CompiledNode & { readonly kind: 'near' },
    within: Int32Array | undefined,
  ): Int32Array {
    const inField = (leaf: LeafNode, field: number, allowed: Int32Array | undefined): Int32Array =>
      leaf.fields.includes(field) ? this.find({ ...leaf, fields: [field] }, allowed) : NONE
    const perField = node.fields.map((field) => {
      const both = inField(node.right, field, inField(node.left, field, within))
      return both.filter((document) =>
        this.paragraphsOf(document, field).some((paragraph) =>
          areNearby(paragraph, node.leftText, node.rightText, node.distance),
        ),
      )
    })
    const documents = perField.reduce(uniteDocuments, NONE)
    this.matched.set(node.left, documents)
    this.matched.set(node.right, documents)
    return documents
  }

  private all(): Int32Array {
    const all = Int32Array.from({ length: this.segment.meta.documents }, (_, document) => document)
    return (this.everything ??= this.withoutRemoved(all))
  }

  private withoutRemoved(documents: Int32Array): Int32Array {
    const { removed, removedCount } = this.segment
    return removedCount === 0 ? documents : documents.filter((document) => !removed.has(document))
  }
}

function sum<Element>(elements: readonly Element[], measure: (element: Element) => number): number {
  return elements.reduce((total, element) => total + measure(element), 0)
}
