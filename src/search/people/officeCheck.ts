import { HONOUR } from '../../domain/officeSigns'
import { fold } from '../../text/fold'
import type { ArticleColumns } from '../articleColumns'
import type { OrdinalCheck } from '../compiledNode'
import { OfficeKeys } from './officeKeys'

/**
 * Tells of articles whether they give somebody an office, or a collective word, of which a check is true as it is written
 * or under its common name, or whose common name has that of what was asked for: 环保部部长 finds 环境保护部部长, and
 * 示例市委书记 a 市委书记 whose place is 示例; so does another office that was decided to be the same. Honours are no
 * offices.
 */
export function officeCheck(
  columns: ArticleColumns,
  asked: string,
  check: (folded: string) => boolean,
): OrdinalCheck {
  const keys = new OfficeKeys(columns)
  const key = fold(keys.names.nameOf(asked))
  const known = new Map<string, boolean>()
  const isKeyWanted = (name: string): boolean => {
    let isWanted = known.get(name)
    if (isWanted === undefined) {
      const folded = fold(name)
      isWanted = check(folded) || folded.includes(key)
      known.set(name, isWanted)
    }
    return isWanted
  }
  const isWritten = Uint8Array.from(columns.offices.names, (name) => (check(fold(name)) ? 1 : 0))
  return (ordinal) => {
    let isFound = false
    keys.visit(
      ordinal,
      () => !isFound,
      ({ office, signs, key: common }) => {
        if (signs !== HONOUR && (isWritten[office] === 1 || isKeyWanted(common))) isFound = true
      },
    )
    return isFound
  }
}
