import type { FileContent } from './fileContent'
import type { Attachment } from './attachment'

/** An original as it is looked at. */
export interface ShownOriginal {
  /** The file as it was given; `null` when it is gone. */
  readonly content: FileContent | null
  /** Its text, and whether that goes on; `null` where it is none that can be shown. */
  readonly text: { readonly text: string; readonly isCut: boolean } | null
}

/** Gets an original, to be looked at. */
export type ReadOriginal = (attachment: Attachment) => Promise<ShownOriginal>
