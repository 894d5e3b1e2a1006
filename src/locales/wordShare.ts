/**
 * A share of 0 to 1 in whole per cent. Only what is whole is called 100, and only what is nothing 0: a text that
 * differs in one character is 99 per cent alike.
 */
export function wordShare(share: number): string {
  if (share >= 1) return '100'
  if (share <= 0) return '0'
  return String(Math.min(99, Math.max(1, Math.round(share * 100))))
}
