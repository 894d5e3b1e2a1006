import type { Confidence } from '../../domain/clipping'

/** A value that a field may have, how much speaks for it, and where it was read. */
export interface FactCandidate {
  readonly value: string
  /** The greater the better; see {@link chooseFact} for what it means. */
  readonly weight: number
  readonly quote: string
  /** Where the quote begins in the page's text; −1 when it is not in it. */
  readonly start: number
}

/** A candidate that was chosen, and how sure it is. */
export interface ChosenFact extends FactCandidate {
  readonly confidence: Confidence
}

/** From here on a label or a sign says what a value is. */
const CERTAIN = 85
/** Below, only its place speaks for a value. */
const DOUBTFUL = 55
/** Two values nearer than this to each other gainsay each other. */
const NEAR = 10

/**
 * The best of some candidates, the first of equals; `null` when there are none. It is doubtful when little speaks for it,
 * or when as much speaks for another value. `agree`: whether two values say the same, as a day and a moment of it do.
 */
export function chooseFact(
  candidates: readonly FactCandidate[],
  agree: (one: string, other: string) => boolean = (one, other) => one === other,
): ChosenFact | null {
  let best: FactCandidate | null = null
  for (const candidate of candidates) {
    if (best === null || candidate.weight > best.weight) best = candidate
  }
  if (best === null) return null
  const { value, weight } = best
  const isGainsaid = candidates.some((other) => other.weight > weight - NEAR && !agree(other.value, value))
  const confidence = weight < DOUBTFUL || isGainsaid ? 'doubtful' : weight >= CERTAIN ? 'certain' : 'likely'
  return { ...best, confidence }
}
