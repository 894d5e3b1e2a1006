import type { NotedDocument } from '../../domain/notedDocument'
import { markdownText } from './markdownText'

/** A document as Markdown (CommonMark with the footnotes of Pandoc and GitHub), in pieces. */
export function* writeNotedMarkdown({ title, lead, sections }: NotedDocument): Generator<string> {
  yield `# ${markdownText(title)}\n`
  for (const text of lead) yield `\n${markdownText(text)}\n`
  const notes: string[] = []
  for (const { heading, paragraphs } of sections) {
    if (heading !== '') yield `\n## ${markdownText(heading)}\n`
    for (const { kind, label, text, note } of paragraphs) {
      const day = label === '' ? '' : `**${markdownText(label)}**　`
      const noted = note === '' ? '' : `[^${notes.push(note)}]`
      yield `\n${kind === 'quotation' ? '> ' : ''}${day}${markdownText(text)}${noted}\n`
    }
  }
  for (const [at, note] of notes.entries())
    yield `${at === 0 ? '\n' : ''}[^${at + 1}]: ${markdownText(note)}\n`
}
