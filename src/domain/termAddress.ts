import type { TrendUnit } from './termUse'

/** The address of the page of a term, or of any string. */
export function termAddress(term: string): string {
  return `#/terms/${encodeURIComponent(term)}`
}

/** The address at which terms are compared. A comma within one is written twice over in percent, so that it parts none. */
export function trendsAddress(terms: readonly string[], unit: TrendUnit = 'year'): string {
  return `#/trends?terms=${encodeURIComponent(encodeTrendTerms(terms))}${unit === 'year' ? '' : `&unit=${unit}`}`
}

/** The terms of an address; what is empty counts as absent. */
export function parseTrendTerms(value: unknown): readonly string[] {
  if (typeof value !== 'string') return []
  const terms = value.split(',').map((term) => term.replaceAll('%2C', ',').trim())
  return [...new Set(terms.filter((term) => term !== ''))]
}

/** The terms as they stand in an address, before it is encoded; {@link parseTrendTerms} reads them back. */
export function encodeTrendTerms(terms: readonly string[]): string {
  return terms.map((term) => term.replaceAll(',', '%2C')).join(',')
}
