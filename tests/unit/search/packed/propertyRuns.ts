/**
 * How often a property is tried: `usual` times, or as often as the environment variable RUNS says, for a thorough
 * search.
 */
export function propertyRuns(usual: number): { readonly numRuns: number } {
  return { numRuns: Number(process.env['RUNS'] ?? usual) }
}
