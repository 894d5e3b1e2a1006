/** What of an article, beside its text, can be worked on. */
export const MENDING_PARTS = ['verify', 'tag', 'note', 'scan', 'textNote', 'original'] as const
export type MendingPart = (typeof MENDING_PARTS)[number]
