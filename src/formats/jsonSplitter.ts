import { badRow, isJsonSpace, parseRow, rowTooLong, type JsonRow } from './jsonRow'
import { joinChunks } from './readChunks'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
const ARTICLES = Array.from('articles').map((letter) => letter.charCodeAt(0))

/**
 * Cuts the bytes of a JSON file into its articles without holding more than one of them:
 *
 *     [ {…}, {…} ]                         the elements of an array
 *     { "articles": [ {…}, {…} ], … }      the elements of the array of that name
 *     {…}                                  one object, or several one after another
 *
 * It looks only for where values begin and end (brackets, strings, escapes); all these marks are ASCII, which never
 * stands inside another character of UTF-8, so bytes need no decoding. Whether a value is JSON is found out by parsing it.
 */
export class JsonSplitter {
  readonly #longest: number
  #row = 0
  /** Open brackets. */
  #depth = 0
  /** Brackets around the values that are given out: 0 at the top, 1 in an array, 2 in an array of an object. */
  #valueDepth = 0
  #isInString = false
  #isEscaped = false
  /** Whether a value is being gathered. */
  #isInValue = false
  /** Whether the rest of an object behind its `articles` is being passed over. */
  #isPassing = false
  #pieces: Uint8Array[] = []
  #length = 0
  /** The field name of the object at the top that is being read, and how far it is from its value. */
  #name: number[] = []
  #nameState: 'none' | 'named' | 'colon' = 'none'
  #hasBegun = false
  #hasFailed = false

  constructor(longest: number) {
    this.#longest = longest
  }

  /** The values that end in this piece of the file. */
  *push(chunk: Uint8Array): Generator<JsonRow> {
    let start = 0
    for (let at = 0; at < chunk.length && !this.#hasFailed; at += 1) {
      const byte = chunk[at] ?? 0
      if (this.#isInString) {
        this.#readInString(byte)
        if (this.#isInString || !this.#isInValue || this.#depth > this.#valueDepth) continue
        yield this.#finish(chunk.subarray(start, at + 1))
        continue
      }
      if (isJsonSpace(byte) || byte === COMMA) {
        if (byte === COMMA) this.#nameState = 'none'
        if (this.#isInValue && this.#depth === this.#valueDepth) yield this.#finish(chunk.subarray(start, at))
        continue
      }
      this.#hasBegun = true
      if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) {
        if (this.#isInValue && this.#depth === this.#valueDepth) yield this.#finish(chunk.subarray(start, at))
        this.#depth -= 1
        if (this.#isInValue) {
          if (this.#depth === this.#valueDepth) yield this.#finish(chunk.subarray(start, at + 1))
        } else {
          const failure = this.#closeAround(byte)
          if (failure !== null) yield failure
        }
        continue
      }
      if (!this.#isInValue && !this.#isPassing) {
        if (this.#depth === 0 && byte === OPEN_ARRAY) {
          this.#depth = 1
          this.#valueDepth = 1
          continue
        }
        if (this.#depth === 0 && byte !== OPEN_OBJECT) {
          yield this.#fail('expected an array or an object of articles')
          continue
        }
        this.#isInValue = true
        start = at
      }
      this.#open(byte)
      if (this.#isWatching() && byte === OPEN_ARRAY && this.#depth === 2 && this.#nameState === 'colon') {
        this.#isInValue = false
        this.#pieces = []
        this.#length = 0
        this.#valueDepth = 2
      }
      if (byte !== QUOTE && byte !== COLON) this.#nameState = 'none'
    }
    if (this.#isInValue && !this.#hasFailed) this.#gather(chunk.subarray(start))
  }

  /** What is left at the end of the file: nothing, or a problem when the file is cut off. */
  *end(): Generator<JsonRow> {
    if (this.#hasFailed) return
    if (this.#depth > 0 || this.#isInString) yield this.#fail('the file ends before the JSON does')
    else if (!this.#hasBegun) yield badRow(0, 'json-malformed', 'the file is empty')
  }

  /** Whether the object at the top is being gathered, and may turn out to be one with a list of articles. */
  #isWatching(): boolean {
    return this.#isInValue && this.#valueDepth === 0
  }

  #open(byte: number): void {
    if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) this.#depth += 1
    else if (byte === QUOTE) {
      this.#isInString = true
      this.#name = []
    } else if (byte === COLON && this.#nameState === 'named' && this.#depth === 1) this.#nameState = 'colon'
  }

  #readInString(byte: number): void {
    if (this.#isEscaped) {
      this.#isEscaped = false
    } else if (byte === BACKSLASH) {
      this.#isEscaped = true
    } else if (byte === QUOTE) {
      this.#isInString = false
      const isArticles =
        this.#name.length === ARTICLES.length && ARTICLES.every((letter, at) => this.#name[at] === letter)
      this.#nameState =
        this.#depth === 1 && this.#isWatching() && this.#nameState === 'none' && isArticles ? 'named' : 'none'
      return
    }
    if (this.#depth === 1 && this.#name.length <= ARTICLES.length) this.#name.push(byte)
  }

  /** A bracket that closes what stands around the values. */
  #closeAround(byte: number): JsonRow | null {
    if (this.#depth < 0) return this.#fail('a bracket is closed that was never opened')
    if (this.#isPassing) {
      if (this.#depth === 0) this.#isPassing = false
      return null
    }
    if (byte !== CLOSE_ARRAY) return this.#fail('an array is closed by a brace')
    this.#isPassing = this.#depth > 0
    this.#valueDepth = 0
    return null
  }

  #gather(piece: Uint8Array): void {
    this.#length += piece.length
    if (this.#length <= this.#longest) this.#pieces.push(piece)
    else this.#pieces = []
  }

  #finish(piece: Uint8Array): JsonRow {
    this.#gather(piece)
    const isTooLong = this.#length > this.#longest
    const bytes = joinChunks(this.#pieces)
    this.#row += 1
    this.#pieces = []
    this.#length = 0
    this.#isInValue = false
    this.#nameState = 'none'
    return isTooLong ? rowTooLong(this.#row, this.#longest) : parseRow(this.#row, bytes)
  }

  #fail(message: string): JsonRow {
    this.#hasFailed = true
    return badRow(this.#row + 1, 'json-malformed', message)
  }
}
