import type { Article } from '../../domain/article'
import type { ClippedArticle } from '../../storage/batchStore'
import { SIGNATURE_WORDS, textSignature } from '../../text/textSignature'
import { articleShingles } from './archiveSignatures'
import { Candidates, keysToCompare, type StagingParts } from './candidates'
import { defaultDecision, mostAlike } from './findLikeness'
import type { ReadEntry } from './inputReader'
import type { Staging } from './staging'

type ArticleEntry = Extract<ReadEntry, { kind: 'article' }>

/** An article that may be like others, and the keys of these. */
interface Compared {
  readonly article: Article
  readonly shingles: Uint32Array
  readonly keys: readonly number[]
}

/**
 * Puts articles that were read into a batch: compares each with the archive and with what came before it in the batch,
 * and stores them. One call at a time; when it fails nothing of them is staged.
 */
export async function stageArticles(
  parts: StagingParts,
  staging: Staging,
  entries: readonly ArticleEntry[],
): Promise<void> {
  if (entries.length === 0) return
  const { rows, signatures } = staging
  const slices = parts.startSlices()
  const coming = new Map<number, Article>()
  const comingIds = new Map<string, number>()
  const firstPlace = rows.lastPlace + 1
  const words = new Uint32Array(entries.length * SIGNATURE_WORDS)
  const compared: Compared[] = []
  for (const [at, { read }] of entries.entries()) {
    const { article } = read
    const key = staging.keyOf(firstPlace + at)
    const shingles = articleShingles(article)
    const signature = textSignature(shingles)
    const keys = keysToCompare(parts, staging, article, signature)
    const twin = comingIds.get(article.id)
    compared.push({ article, shingles, keys: twin === undefined ? keys : [...keys, twin] })
    if (twin === undefined) comingIds.set(article.id, key)
    signatures.add(key, signature)
    words.set(signature, at * SIGNATURE_WORDS)
    coming.set(key, article)
    await slices.breathe()
  }
  const candidates = new Candidates(parts, staging, coming)
  await candidates.read(compared.flatMap(({ keys }) => keys))

  const clipped: ClippedArticle[] = []
  const staged = []
  for (const [at, { article, shingles, keys }] of compared.entries()) {
    const { file, row, read, original } = entries[at]!
    const found = mostAlike(article, shingles, candidates.of(keys))
    const likeness = found?.likeness ?? null
    const decision = defaultDecision(likeness)
    const place = firstPlace + at
    clipped.push({
      article,
      clipping: {
        key: staging.keyOf(place),
        articleId: article.id,
        source: { file, row },
        evidence: read.evidence,
        changes: read.changes,
        likeness,
        decision,
        original: original === null ? null : (staging.originals.get(original) ?? null),
      },
    })
    const like =
      found === null ? null : { kind: found.likeness.kind, id: found.likeness.id, place: found.place }
    staged.push({ place, file, article, like, decision })
    await slices.breathe()
  }
  await parts.store.batches.put(clipped)
  await parts.store.signatures.put({ key: staging.keyOf(firstPlace), count: entries.length, words })
  for (const { place, file, article, like, decision } of staged) {
    rows.nextPlace()
    rows.set(rows.rowOf(place, file, article, like, decision))
  }
}
