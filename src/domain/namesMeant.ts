import type { DecidedNames } from './decidedNames'

/**
 * The names that a name which is asked for means: itself, and behind it those under which its person is found now, where a
 * decision gave it away (renamed, joined with another); the name alone where others were set apart from it.
 */
export function namesMeant(name: string, decided: DecidedNames | null): readonly string[] {
  const now = decided?.namesNow(name) ?? [name]
  return now.includes(name) ? [name] : [name, ...now]
}
