import * as v from 'valibot'
import {
  CLIP_DECISIONS,
  CONFIDENCES,
  TEXT_CHANGE_KINDS,
  type ClipDecision,
  type FieldEvidence,
  type Likeness,
  type ReadField,
  type TableReading,
  type TextChange,
} from './clipping'
import { LONGEST_ADDRESS } from './articleLimits'
import { toWellFormed } from './fieldText'
import { isMoment } from './parseKeptRecord'
import type { Problem, ProblemCode } from './problem'

/** What was brought in at once, as it travels. */
export interface TravellingBatch {
  readonly id: string
  readonly sources: readonly string[]
  readonly begunAt: string
  readonly acceptedAt: string
  readonly articles: number
  readonly doubtful: number
  readonly alike: number
  readonly tables: readonly TableReading[]
  readonly problems: readonly Problem[]
  readonly problemCount: number
  readonly dates: { readonly from: string | null; readonly to: string | null }
  readonly replaced: readonly string[]
}

/** A file as it travels: a picture of an article's printed page, or the page that articles of a batch were read from. */
export type TravellingFile = { readonly name: string; readonly type: string; readonly bytes: number } & (
  | { readonly scan: string; readonly articleId: string }
  /** `original` is its number among those of its batch, from 1. */
  | { readonly batch: string; readonly original: number }
)

/** An article that was brought in, as it travels, with how it came to be. */
export interface TravellingClipping {
  readonly batch: string
  readonly place: number
  /** The article as `serializeArticle` writes it. */
  readonly article: unknown
  readonly source: { readonly file: string; readonly row: number }
  readonly evidence: readonly FieldEvidence[]
  readonly changes: readonly TextChange[]
  readonly likeness: Likeness | null
  readonly decision: ClipDecision
  readonly original: number | null
}

/** What was kept here may be of any length; a row of a file is not. */
const text = v.pipe(v.string(), v.transform(toWellFormed))
const isText = (value: unknown): boolean => typeof value === 'string'
const id = v.pipe(text, v.minLength(1), v.maxLength(1000))
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const place = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(999_999_999))
const moment = v.pipe(v.string(), v.check(isMoment))
const date = v.nullable(v.pipe(text, v.maxLength(40)))

const batchSchema = v.object({
  id: v.pipe(id, v.maxLength(200)),
  sources: v.array(text),
  begunAt: moment,
  acceptedAt: moment,
  articles: count,
  doubtful: count,
  alike: count,
  tables: v.array(
    v.object({
      file: text,
      columns: v.array(v.object({ name: text, field: v.nullable(text), samples: v.array(text) })),
      rows: count,
    }),
  ),
  problems: v.array(
    v.object({ file: text, row: count, field: text, code: v.custom<ProblemCode>(isText), message: text }),
  ),
  problemCount: count,
  dates: v.object({ from: date, to: date }),
  replaced: v.array(id),
})

const fileFields = { name: text, type: v.pipe(text, v.maxLength(200)), bytes: count }
const fileSchema = v.union([
  v.object({ ...fileFields, scan: id, articleId: id }),
  v.object({ ...fileFields, batch: id, original: place }),
])

const clippingSchema = v.object({
  batch: id,
  place,
  article: v.unknown(),
  source: v.object({ file: text, row: count }),
  evidence: v.array(
    v.object({
      field: v.custom<ReadField>(isText),
      quote: text,
      start: v.pipe(v.number(), v.safeInteger(), v.minValue(-1)),
      confidence: v.picklist(CONFIDENCES),
    }),
  ),
  changes: v.array(v.object({ kind: v.picklist(TEXT_CHANGE_KINDS), count, quote: text })),
  likeness: v.nullable(
    v.object({
      kind: v.picklist(['same', 'near']),
      id,
      title: text,
      newspaper: v.nullable(text),
      date,
      share: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      isInBatch: v.boolean(),
    }),
  ),
  decision: v.picklist(CLIP_DECISIONS),
  original: v.nullable(place),
})

const amendmentSchema = v.object({
  articleId: id,
  edit: v.record(v.string(), v.unknown()),
  isDeleted: v.boolean(),
  changedAt: moment,
  changedBy: text,
})

const addressSchema = v.object({
  address: v.pipe(text, v.maxLength(LONGEST_ADDRESS), v.regex(/^https?:\/\//)),
})

/** A parser by a schema: what it has to be, or `null`. Fields that it does not know are left out. */
function parser<Schema extends v.GenericSchema>(schema: Schema) {
  return (value: unknown): v.InferOutput<Schema> | null => {
    const parsed = v.safeParse(schema, value)
    return parsed.success ? parsed.output : null
  }
}

/** A batch from a file; `null` when it is none. */
export const parseTravellingBatch: (value: unknown) => TravellingBatch | null = parser(batchSchema)
/** A file's row from a file; `null` when it is none. */
export const parseTravellingFile: (value: unknown) => TravellingFile | null = parser(fileSchema)
/** A clipping from a file, whose article is not read yet; `null` when it is none. */
export const parseTravellingClipping: (value: unknown) => TravellingClipping | null = parser(clippingSchema)
/** A correction from a file, whose edit is not read yet; `null` when it is none. */
export const parseTravellingAmendment = parser(amendmentSchema)
/** An address of a collection from a file; `null` when it is none. */
export const parseTravellingAddress = parser(addressSchema)
