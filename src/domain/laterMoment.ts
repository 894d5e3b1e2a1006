/**
 * A moment at which something is changed that was changed before: now, or a millisecond after the change before where a
 * clock ran ahead, so that the later change is always the later one.
 *
 * @param now ISO 8601 in UTC with milliseconds, or an empty text
 * @param before the same
 */
export function laterMoment(now: string, before: string): string {
  return now > before ? now : new Date(Date.parse(before) + 1).toISOString()
}
