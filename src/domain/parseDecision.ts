import * as v from 'valibot'
import { LONGEST_NAME } from './articleLimits'
import { DECISION_VERSION, type Decision, type LoggedDecision } from './decision'
import { toWellFormed } from './fieldText'
import { isPartialDate } from './partialDate'
import type { KeptRecord } from './keptRecord'

/** The most articles, names or offices that one decision lists. */
const MOST_LISTED = 5000
const LONGEST_REASON = 10_000
/** A text that can stand between quotation marks of a query, on one line. */
const NAME_MARKS = /^[^"“”„«»「」『』\r\n]+$/u

const text = (longest: number) =>
  v.pipe(v.string(), v.maxLength(longest), v.transform(toWellFormed), v.trim())
const name = v.pipe(text(LONGEST_NAME), v.minLength(1))
const list = v.pipe(
  v.array(name),
  v.minLength(1),
  v.maxLength(MOST_LISTED),
  v.transform((entries) => [...new Set(entries)].sort()),
)
const articles = v.nullable(list)
const date = v.pipe(v.string(), v.check(isPartialDate))

const pair = v.pipe(
  v.tuple([name, name]),
  v.check(([one, other]) => one !== other),
  v.transform(([one, other]): readonly [string, string] => (one < other ? [one, other] : [other, one])),
)

const condition = v.pipe(
  v.object({
    articles: v.exactOptional(list),
    offices: v.exactOptional(list),
    places: v.exactOptional(list),
    newspapers: v.exactOptional(list),
    from: v.exactOptional(date),
    to: v.exactOptional(date),
  }),
  v.check((given) => Object.keys(given).length > 0),
)

const patch = v.variant('kind', [
  v.pipe(
    v.object({ kind: v.literal('merge'), names: list, into: name }),
    v.transform((given) => ({ ...given, names: given.names.filter((one) => one !== given.into) })),
    v.check(({ names }) => names.length > 0),
  ),
  v.pipe(
    v.object({ kind: v.literal('rename'), name, to: name }),
    v.check((given) => given.name !== given.to),
  ),
  v.pipe(
    v.object({ kind: v.literal('alias'), name, alias: name }),
    v.check((given) => given.name !== given.alias),
  ),
  v.pipe(
    v.object({ kind: v.literal('split'), name, as: name, when: condition }),
    v.check((given) => given.name !== given.as),
  ),
  v.object({ kind: v.literal('hide'), name, articles }),
  v.object({ kind: v.literal('notPerson'), name, articles }),
  v.object({
    kind: v.literal('missed'),
    name,
    // One character alone is found everywhere and means nothing.
    form: v.pipe(name, v.minLength(2), v.maxLength(100), v.regex(NAME_MARKS)),
    articles,
  }),
  v.pipe(
    v.object({ kind: v.literal('office'), name, office: name, to: v.nullable(name), articles }),
    v.check((given) => given.office !== given.to),
  ),
  v.object({ kind: v.literal('distinct'), names: pair }),
  v.pipe(
    v.object({ kind: v.literal('sameOffice'), offices: list, into: name }),
    v.transform((given) => ({ ...given, offices: given.offices.filter((one) => one !== given.into) })),
    v.check(({ offices }) => offices.length > 0),
  ),
  v.object({ kind: v.literal('distinctOffices'), offices: pair }),
])

const decision = v.object({
  version: v.literal(DECISION_VERSION),
  patch,
  at: v.pipe(
    v.string(),
    v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
    v.check((moment) => !Number.isNaN(Date.parse(moment))),
  ),
  by: text(LONGEST_NAME),
  reason: text(LONGEST_REASON),
  isUndone: v.boolean(),
})

/** A decision from a record or a file, which may hold anything; `null` when it is none of this version. */
export function parseDecision(value: unknown): Decision | null {
  const parsed = v.safeParse(decision, value)
  return parsed.success ? parsed.output : null
}

/** The decisions of these records; what is none, or was deleted, is left out. */
export function decisionsOf(records: readonly KeptRecord[]): readonly LoggedDecision[] {
  return records.flatMap(({ id, content }) => {
    const parsed = parseDecision(content)
    return parsed === null ? [] : [{ ...parsed, id }]
  })
}
