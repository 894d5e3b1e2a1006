/** What the tests use of citation-js, which has no types of its own. */
declare module '@citation-js/core' {
  export class Cite {
    /** @param data text or values of any kind that it knows */
    constructor(data: unknown)
    get(options: {
      readonly format: 'real'
      readonly type: 'json'
      readonly style: 'csl'
    }): readonly Readonly<Record<string, unknown>>[]
  }
  export const plugins: { readonly input: { type(data: unknown): string } }
}
