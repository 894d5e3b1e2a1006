import fc from 'fast-check'
import MiniSearch, { type Options } from 'minisearch'
import { describe, expect, it } from 'vitest'
import { PackedMiniSearch } from '../../../../src/search/packed/packedMiniSearch'
import { type PackedOptions, type RunTokenizer } from '../../../../src/search/packed/packedOptions'
import { tokenizeByRuns } from '../../../../src/search/packed/tokenizeByRuns'
import { FIELDS, operations, searches, type Article, type Operation } from './arbitraries'
import { propertyRuns } from './propertyRuns'
import { expectSameResults } from './searchResults'

const plain: Options<Article> = {
  fields: FIELDS,
  storeFields: ['title'],
  autoVacuum: false,
  logger: () => {},
}

/** Han characters are runs, everything else between spaces is a word. */
const tokenizeRuns: RunTokenizer = (text, _field, sink) => {
  for (const part of text.matchAll(/[中国家𠮷野]+|[^ 中国家𠮷野]+/gu)) {
    if (/^[中国家𠮷野]/u.test(part[0])) sink.run(text, part.index, part.index + part[0].length)
    else sink.word(part[0])
  }
}

const tokenizers: { name: string; packed: PackedOptions<Article>; reference: Options<Article> }[] = [
  { name: 'words, as MiniSearch cuts them', packed: plain, reference: plain },
  {
    name: 'runs and words',
    packed: { ...plain, packed: { tokenizeRuns } },
    reference: { ...plain, tokenize: tokenizeByRuns(tokenizeRuns), processTerm: (term) => term },
  },
  {
    name: 'several terms for a token',
    packed: {
      ...plain,
      processTerm: (term) => (term.length > 2 ? [term, term.slice(0, 2)] : term === 'b' ? null : term),
    },
    reference: {
      ...plain,
      processTerm: (term) => (term.length > 2 ? [term, term.slice(0, 2)] : term === 'b' ? null : term),
    },
  },
]

/** Applies an operation to both; what packs does nothing to a MiniSearch. */
async function apply(
  operation: Operation,
  packed: PackedMiniSearch<Article>,
  reference: MiniSearch<Article>,
  living: Map<string | number, Article>,
  options: PackedOptions<Article>,
  nextId: () => string | number,
): Promise<PackedMiniSearch<Article>> {
  const chosen = 'at' in operation ? [...living.values()][operation.at % Math.max(1, living.size)] : undefined
  switch (operation.kind) {
    case 'add': {
      const article = { ...operation.article, id: nextId() }
      packed.add(article)
      reference.add(article)
      living.set(article.id, article)
      return packed
    }
    case 'seal':
      packed.seal()
      return packed
    case 'reopen':
      return PackedMiniSearch.open<Article>(packed.toSegments(), options)
    case 'merge':
      packed.merge(2)
      return packed
    case 'vacuum':
      await packed.vacuum()
      return packed
  }
  if (chosen === undefined) return packed
  living.delete(chosen.id)
  if (operation.kind === 'remove') {
    packed.remove(chosen)
    reference.remove(chosen)
  } else if (operation.kind === 'discard') {
    packed.discard(chosen.id)
    reference.discard(chosen.id)
  } else {
    const article = { ...operation.article, id: chosen.id }
    packed.replace(article)
    reference.replace(article)
    living.set(article.id, article)
  }
  return packed
}

describe.each(tokenizers)(
  'PackedMiniSearch over $name',
  ({ packed: options, reference: referenceOptions }) => {
    it('answers as a vacuumed MiniSearch after any operations', async () => {
      await fc.assert(
        fc.asyncProperty(operations, searches, async (steps, queries) => {
          let packed = new PackedMiniSearch<Article>(options)
          const reference = new MiniSearch<Article>(referenceOptions)
          const living = new Map<string | number, Article>()
          let ids = 0
          const nextId = (): string | number => (ids++ % 2 === 0 ? ids : `n${ids}`)
          for (const step of steps) packed = await apply(step, packed, reference, living, options, nextId)
          await reference.vacuum()
          for (const [query, searchOptions] of queries) {
            expectSameResults(packed.search(query, searchOptions), reference.search(query, searchOptions))
          }
          expect(packed.documentCount).toBe(reference.documentCount)
          for (const id of living.keys()) {
            expect(packed.has(id)).toBe(true)
            expect(packed.getStoredFields(id)).toEqual(reference.getStoredFields(id))
          }
          packed.seal()
          await packed.vacuum()
          expect(packed.termCount).toBe(reference.termCount)
          const loaded = MiniSearch.loadJSON<Article>(JSON.stringify(packed), referenceOptions)
          for (const [query, searchOptions] of queries) {
            expectSameResults(loaded.search(query, searchOptions), reference.search(query, searchOptions))
          }
        }),
        propertyRuns(25),
      )
    })

    it('answers as a MiniSearch of the surviving documents when segments are opened anew', () => {
      fc.assert(
        fc.property(operations, searches, (steps, queries) => {
          const batches: Article[][] = [[]]
          steps.forEach((step, id) => {
            if (step.kind === 'add') batches[batches.length - 1]!.push({ ...step.article, id })
            else if (step.kind === 'seal') batches.push([])
          })
          const segments = batches.flatMap((batch) => {
            const index = new PackedMiniSearch<Article>(options)
            index.addAll(batch)
            return index.toSegments()
          })
          const reference = new MiniSearch<Article>(referenceOptions)
          reference.addAll(batches.flat())
          const packed = PackedMiniSearch.open<Article>(segments, options)
          for (const [query, searchOptions] of queries) {
            expectSameResults(packed.search(query, searchOptions), reference.search(query, searchOptions))
          }
        }),
        propertyRuns(25),
      )
    })
  },
)
