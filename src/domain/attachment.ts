/** A picture or PDF of the printed page (报影), or the original that an article was read from. */
export interface Attachment {
  /** Names it on this device. */
  readonly number: number
  /** Of a scan, the same on every device: made of its content and its article. Empty for an original. */
  readonly id: string
  readonly articleId: string
  readonly kind: 'scan' | 'original'
  readonly name: string
  /** MIME type; one of the kinds that are shown (PNG, JPEG, WebP, AVIF, GIF, PDF) or the original's. */
  readonly type: string
  readonly bytes: number
}
