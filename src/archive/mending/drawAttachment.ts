import type { FileContent } from '../../domain/fileContent'
import { ArchiveError } from '../../domain/problem'
import type { BelongingsStore } from '../../storage/belongingsStore'
import type { DrawPdfPage } from '../archiveDependencies'

/**
 * A page of an attached PDF as a picture; `null` when it is gone.
 *
 * @throws ArchiveError `attachment-refused` when it cannot be opened or drawn
 */
export async function drawAttachment(
  drawPdfPage: DrawPdfPage | undefined,
  belongings: BelongingsStore,
  number: number,
  page: number,
): Promise<{ readonly picture: FileContent; readonly pages: number } | null> {
  const attachment = await belongings.attachment(number)
  const content = attachment === null ? null : await belongings.contentOf(number)
  if (attachment === null || content === null) return null
  const refused = (reason: string): ArchiveError =>
    new ArchiveError('attachment-refused', attachment.name, `${attachment.name}: ${reason}`)
  if (drawPdfPage === undefined) throw refused('nothing is there to draw it')
  try {
    return await drawPdfPage(content, page)
  } catch (cause) {
    throw refused(cause instanceof Error ? cause.message : String(cause))
  }
}
