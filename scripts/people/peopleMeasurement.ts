/** A worker's steps, one after the other: it gets the articles, loads the table, and reads all of them once. */
export type PeopleStep = { readonly fetch: number } | 'load' | 'round'

/** What the page of the measurement offers to the program that drives it. */
export interface PeoplePage {
  /** Has the worker do a step. Answers bytes of UTF-8 for the articles, milliseconds for the table, people for a round. */
  step(step: PeopleStep): Promise<number>
  /** Bytes of page and worker after a collection of garbage; `null` where the browser cannot tell. */
  memory(): Promise<number | null>
}
