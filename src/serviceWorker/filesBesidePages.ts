/**
 * What of the addresses below an app (path and query) is no page of it: its collections, and other files of data.
 *
 * @param scope where the app is, absolute, with the slash at its end
 */
export function filesBesidePages(scope: string): RegExp[] {
  const collections = new URL('collections/', scope).pathname
  return [new RegExp(`^${collections.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')}`), /\.jsonl?(?:\.gz)?$/]
}
