import { ARTICLE_FIELDS, FIELD_ALIASES, type ArticleField } from '../../domain/articleFields'
import { COLUMN_NAMES, DIGEST_NAMES, DUBLIN_CORE } from './columnNames'

/** Fields that a column can be read as: all but `extra`, where the columns without a field go. */
export const TABLE_FIELDS: readonly ArticleField[] = ARTICLE_FIELDS.filter((field) => field !== 'extra')

/** Fields that several columns may be read as together. */
export const JOINED_FIELDS: ReadonlySet<string> = new Set<ArticleField>(['authors', 'tags', 'paragraphs'])

/** A claim of a column's name to a field; of two columns the lower `rank` has it. */
export interface FieldClaim {
  readonly field: ArticleField
  readonly rank: number
}

const DUBLIN_RANK = 40
const PART_RANK = 100

/** A column's name without case, width, spaces and marks that decorate it. */
function plainName(header: string): string {
  return header
    .slice(0, 200)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_*#"'“”‘’《》\u200B-\u200D\uFEFF]/g, '')
    .replace(/[:：]$/, '')
}

/** A name of Dublin Core without its prefix and its language (`dc.title[zh_CN]`); `null` when it has no such prefix. */
function dublinName(plain: string): string | null {
  const match = /^(?:dc|dcterms|dcterm)[.:](.+)$/.exec(plain)
  return match === null ? null : (match[1] ?? '').replace(/\[[a-z-]*\]$|@[a-z-]+$|:[a-z]{2}(?:-[a-z]+)?$/, '')
}

function claimTable(): ReadonlyMap<string, readonly FieldClaim[]> {
  const table = new Map<string, FieldClaim[]>()
  const add = (name: string, claim: FieldClaim): void => {
    const claims = table.get(name) ?? []
    if (!claims.some(({ field }) => field === claim.field)) table.set(name, [...claims, claim])
  }
  for (const field of TABLE_FIELDS) add(field.toLowerCase(), { field, rank: 0 })
  for (const [field, names] of Object.entries(COLUMN_NAMES)) {
    names.split(' ').forEach((name, at) => add(name, { field: field as ArticleField, rank: 2 + at }))
  }
  for (const [field, aliases] of Object.entries(FIELD_ALIASES)) {
    aliases.forEach((alias) => add(alias.toLowerCase(), { field: field as ArticleField, rank: 8 }))
  }
  return table
}

const CLAIMS = claimTable()

/** The fields that a column's name can mean, the likeliest first; none for a name that is not known. */
export function claimsOfHeader(header: string): readonly FieldClaim[] {
  const plain = plainName(header)
  if (plain === '') return []
  const dublin = dublinName(plain)
  if (dublin !== null) {
    const field = DUBLIN_CORE.get(dublin)
    return field === undefined ? [] : [{ field, rank: DUBLIN_RANK + [...DUBLIN_CORE.keys()].indexOf(dublin) }]
  }
  const joined = CLAIMS.get(plain.replace(/\d{1,3}$/, ''))?.filter(({ field }) => JOINED_FIELDS.has(field))
  const whole = CLAIMS.get(plain.replaceAll(/[-.]/g, '')) ?? joined
  if (whole !== undefined) return whole.toSorted((a, b) => a.rank - b.rank)
  // Names in two languages (Title-题名), with a remark (标题（必填）), of two (版次/版面).
  const parts = plain.split(/[-–—/\\|:：()[\]【】〔〕、，,]/).filter((part) => part !== '')
  if (parts.length < 2 || parts.length > 4) return []
  return parts
    .flatMap((part) => CLAIMS.get(part) ?? [])
    .map(({ field, rank }) => ({ field, rank: rank + PART_RANK }))
    .toSorted((a, b) => a.rank - b.rank)
}

/** The field that a column's name most likely means; `null` for a name that is not known. */
export function fieldOfHeader(header: string): ArticleField | null {
  return claimsOfHeader(header)[0]?.field ?? null
}

/** Whether a column by its name holds summaries of articles, and not their text. */
export function isDigestHeader(header: string): boolean {
  const plain = plainName(header)
  const name = dublinName(plain) ?? plain
  return DIGEST_NAMES.has(name) || name.split(/[-/():：（）]/).some((part) => DIGEST_NAMES.has(part))
}
