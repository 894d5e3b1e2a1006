/** A record of a list that a reference manager or a library wrote: its fields in their order, a field as often as it is there. */
export interface ReferenceRecord {
  /** Its number in the list, from 1. */
  readonly number: number
  readonly fields: readonly (readonly [name: string, value: string])[]
}

/** The notations of such lists. */
export type ReferenceList = 'ris' | 'endnote' | 'noteexpress'

/** How a field begins, and which field begins a record. */
interface Notation {
  readonly field: RegExp
  readonly begins: (name: string) => boolean
  readonly ends: (name: string) => boolean
}

const NOTATIONS: Readonly<Record<ReferenceList, Notation>> = {
  // RIS (Research Information Systems, 2001): two letters, two spaces, a dash; some programs write one space.
  ris: {
    field: /^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/,
    begins: (name) => name === 'TY',
    ends: (name) => name === 'ER',
  },
  // EndNote's Refer: a percent sign and a letter.
  endnote: {
    field: /^%([A-Z0-9!@#$%^&*()+?[>~=|\\<-])(?:\s(.*))?$/i,
    begins: (name) => name === '0',
    ends: () => false,
  },
  noteexpress: {
    field: /^\{([^{}]{1,60})\}\s*[:：](.*)$/,
    begins: (name) => name === 'Reference Type',
    ends: () => false,
  },
}

/** A field is given up when it is longer; no abstract is. */
const LONGEST_FIELD = 4_000_000

/** The lines of a text as it comes in, without their ends. */
async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield line.replace(/\r$/, '')
    if (rest.length > LONGEST_FIELD) {
      yield rest
      rest = ''
    }
  }
  if (rest !== '') yield rest.replace(/\r$/, '')
}

/** The records of a list as they come in. A line that begins no field goes on with the one before it. */
export async function* referenceRecords(
  list: ReferenceList,
  pieces: AsyncIterable<string>,
): AsyncGenerator<ReferenceRecord> {
  const { field, begins, ends } = NOTATIONS[list]
  let fields: [string, string][] = []
  let number = 0
  const finish = function* (): Generator<ReferenceRecord> {
    if (fields.length === 0) return
    number += 1
    yield { number, fields: fields.map(([name, value]) => [name, value.trim()] as const) }
    fields = []
  }
  for await (const line of linesOf(pieces)) {
    const match = field.exec(line.replace(/^\uFEFF/, ''))
    const last = fields.at(-1)
    if (match === null) {
      if (last !== undefined && last[1].length < LONGEST_FIELD) last[1] += `\n${line}`
      continue
    }
    const name = match[1] ?? ''
    if (begins(name)) yield* finish()
    if (ends(name)) yield* finish()
    else fields.push([name, match[2]?.trim() ?? ''])
  }
  yield* finish()
}
