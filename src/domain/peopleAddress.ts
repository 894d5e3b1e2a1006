/** The address of the page of a name, or of one of several people of that name (`徐明~2`). */
export function personAddress(name: string): string {
  return `#/people/${encodeURIComponent(name)}`
}

/** The address of the page of an office, by any of its forms. */
export function officeAddress(office: string): string {
  return `#/offices/${encodeURIComponent(office)}`
}
