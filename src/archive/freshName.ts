/** A name that nothing had before: 32 hexadecimal digits by chance. */
export function freshName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
