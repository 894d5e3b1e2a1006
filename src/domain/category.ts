/** A category path as one string, names joined by `/`; a `/` or `%` inside a name is escaped. */
export function encodeCategoryPath(names: readonly string[]): string {
  return names.map((name) => name.replaceAll('%', '%25').replaceAll('/', '%2F')).join('/')
}

/** The names of a path written by {@link encodeCategoryPath}; an empty string is the empty path. */
export function decodeCategoryPath(path: string): readonly string[] {
  return path
    .split('/')
    .filter((name) => name !== '')
    .map((name) => name.replaceAll(/%2F/gi, '/').replaceAll('%25', '%'))
}
