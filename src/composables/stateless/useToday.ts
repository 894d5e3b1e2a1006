/** The day by this device's clock, `YYYY-MM-DD`, as often as it is asked for. */
export function useToday(now: () => Date = () => new Date()): { readonly today: () => string } {
  const two = (value: number): string => String(value).padStart(2, '0')
  return {
    today() {
      const date = now()
      return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
    },
  }
}
