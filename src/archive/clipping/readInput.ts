import type { ClipInput } from '../../domain/clipping'
import { fileOfBlob } from '../../formats/files/inputFile'
import type { OriginalPage, ReadItem } from '../../formats/files/readItem'
import type { ChosenFields } from './inputReader'

/** A paste as it was given, to be kept with its articles. */
function originalOfPaste(text: string, html: string | null): OriginalPage {
  const [type, content] = html === null ? ['text/plain', text] : ['text/html', html]
  return { name: '', type, bytes: new TextEncoder().encode(content) }
}

async function* readPaste(text: string, html: string | null): AsyncGenerator<ReadItem, void> {
  const { readPageText } = await import('../../formats/pages/readPage')
  const { articles, problems } = await readPageText(text, html, '')
  const original = originalOfPaste(text, html)
  for (const problem of problems) yield { kind: 'problem', problem: { ...problem, file: '' } }
  for (const [at, read] of articles.entries()) {
    yield { kind: 'article', file: '', row: at + 1, read, original }
  }
  yield { kind: 'progress', file: '', bytes: text.length }
}

async function* readFile(name: string, blob: Blob, fields: ChosenFields): AsyncGenerator<ReadItem, void> {
  const { readInputFile } = await import('../../formats/files/readInputFile')
  yield* readInputFile(fileOfBlob(name, blob), { fields })
}

/** Everything that an input gives, in order. What reads it is loaded when it is needed. */
export function readInput(input: ClipInput, fields: ChosenFields): AsyncGenerator<ReadItem, void> {
  return input.kind === 'text' ? readPaste(input.text, input.html) : readFile(input.name, input.blob, fields)
}

/** How long an input is, in the unit in which its progress is told. */
export function sizeOfInput(input: ClipInput): number {
  return input.kind === 'text' ? input.text.length : input.blob.size
}
