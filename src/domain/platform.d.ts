// What every JavaScript platform has beside the language, and these rules use: addresses, and nothing that
// reads or writes. The types of the page and of the worker bring their own, fuller ones.

declare class URLSearchParams {
  constructor(init?: string | Iterable<readonly [string, string]>)
  append(name: string, value: string): void
  get(name: string): string | null
  getAll(name: string): string[]
  has(name: string): boolean
  keys(): IterableIterator<string>
  entries(): IterableIterator<[string, string]>
  [Symbol.iterator](): IterableIterator<[string, string]>
  toString(): string
  readonly size: number
}

declare class URL {
  constructor(url: string, base?: string)
  static canParse(url: string, base?: string): boolean
  readonly href: string
  readonly protocol: string
  readonly host: string
  readonly origin: string
  readonly pathname: string
  readonly search: string
  readonly hash: string
}
