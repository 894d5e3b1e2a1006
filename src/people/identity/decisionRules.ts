import {
  inOrderOfTime,
  isOfficePatch,
  nameGivenBy,
  namesAskedFor,
  type LoggedDecision,
  type Patch,
} from '../../domain/decision'

/** Decisions that hold, made ready for many articles. */
export interface DecisionRules {
  /** In the order in which they hold. */
  readonly patches: readonly Patch[]
  /** The names that any of them asks for: an article that has none of them, and none of the texts, stays as it is. */
  readonly names: ReadonlySet<string>
  /** Texts that are names although they were not taken for such, by their first two UTF-16 units. */
  readonly forms: ReadonlyMap<string, readonly string[]>
}

/** The decisions that hold, as rules; those that were taken back, and those that change no article, are left out. */
export function compileDecisions(decisions: readonly LoggedDecision[]): DecisionRules {
  const patches = inOrderOfTime(decisions)
    .filter(({ isUndone, patch }) => !isUndone && patch.kind !== 'distinct' && !isOfficePatch(patch))
    .map(({ patch }) => patch)
  const forms = new Map<string, string[]>()
  for (const patch of patches) {
    if (patch.kind !== 'missed') continue
    const begin = patch.form.slice(0, 2)
    const same = forms.get(begin) ?? []
    if (!same.includes(patch.form)) same.push(patch.form)
    forms.set(begin, same)
  }
  return { patches, names: new Set(patches.flatMap(namesAskedFor)), forms }
}

/** Those of the texts that stand in an article, whatever stands around them. */
export function formsIn(texts: readonly string[], forms: DecisionRules['forms']): ReadonlySet<string> {
  const found = new Set<string>()
  if (forms.size === 0) return found
  for (const text of texts) {
    for (let at = 0; at + 1 < text.length; at++) {
      const begun = forms.get(text.slice(at, at + 2))
      if (begun !== undefined) for (const form of begun) if (text.startsWith(form, at)) found.add(form)
    }
  }
  return found
}

/** What has to be looked for so that every article is found that some patches change, or have changed. */
export interface AffectedNames {
  /** Names by which the index may know somebody whom they change. */
  readonly names: ReadonlySet<string>
  /** Texts that they take for names. */
  readonly forms: ReadonlySet<string>
}

/** The names under which a patch changes what the index knows of somebody; where an alias stands it does not know. */
function namesChangedBy(patch: Patch): readonly string[] {
  return patch.kind === 'alias' ? [patch.alias] : namesAskedFor(patch)
}

/**
 * What articles may be changed when some patches come, go or change. Whom a patch meets under one name may have got
 * another one by those that follow it: names lead on through the rules by which the articles are known.
 *
 * @param changed the patches that do not hold both before and after
 * @param before the rules by which the index was made
 */
export function affectedNames(changed: readonly Patch[], before: DecisionRules): AffectedNames {
  const leadsTo = new Map<string, Set<string>>()
  for (const patch of before.patches) {
    const given = nameGivenBy(patch)
    if (given === null) continue
    for (const name of namesChangedBy(patch)) {
      leadsTo.set(name, (leadsTo.get(name) ?? new Set()).add(given))
    }
  }
  const names = new Set<string>()
  const open = changed.flatMap(namesChangedBy)
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (names.has(name)) continue
    names.add(name)
    open.push(...(leadsTo.get(name) ?? []))
  }
  const forms = changed.flatMap((patch) => (patch.kind === 'missed' ? [patch.form] : []))
  return { names, forms: new Set(forms) }
}
