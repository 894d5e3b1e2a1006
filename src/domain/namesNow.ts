import type { LoggedDecision, Patch } from './decision'
import { inOrderOfTime } from './decision'

/** Who is called by a name after one more decision, of those who were called by it before. */
function after(name: string, patch: Patch): readonly string[] {
  switch (patch.kind) {
    case 'merge':
      return [patch.names.includes(name) ? patch.into : name]
    case 'rename':
      return [name === patch.name ? patch.to : name]
    case 'alias':
      return [name === patch.alias ? patch.name : name]
    case 'split':
      return name === patch.name ? [name, patch.as] : [name]
    case 'hide':
    case 'notPerson':
      return name === patch.name && patch.articles === null ? [] : [name]
    default:
      return [name]
  }
}

/**
 * The names under which somebody may stand who was once called by a name: the name itself where no decision that holds
 * concerns it, another after a rename or a merge, several after a split; none where it was hidden or is no name.
 */
export function namesNow(name: string, decisions: readonly LoggedDecision[]): readonly string[] {
  let names: readonly string[] = [name]
  for (const { patch, isUndone } of inOrderOfTime(decisions)) {
    if (!isUndone) names = [...new Set(names.flatMap((one) => after(one, patch)))]
  }
  return names
}
