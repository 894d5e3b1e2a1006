/**
 * A count for people, in groups of three digits: 51,301. Written here and not by `toLocaleString`, whose first call
 * loads the browser's language data and holds the first view back by tens of milliseconds.
 */
export function wordCount(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
