import type { OfficeMention } from '../domain/article'

/** An office that a sentence gives or takes: 任命A为局长, 免去A的局长职务, A当选市长, A不再担任市长. */
export interface OfficeEvent {
  readonly start: number
  readonly end: number
  readonly event: NonNullable<OfficeMention['event']>
  readonly qualifiers: readonly string[]
}

const OFFICE = '(?<office>[\\p{Script=Han}·“”"]{2,30}?)'
const ENDS = '(?=[,。;、！!)]|$|职务|一职|的职务)'
/** What may stand between the name and what happens. */
const BEHIND: readonly (readonly [RegExp, OfficeEvent['event']])[] = [
  [
    new RegExp(`^(?:同志)?(?:不再担任|不再兼任|辞去|被免去|卸任)(?:所任的?)?${OFFICE}(?:的)?${ENDS}`, 'u'),
    'removed',
  ],
  [
    new RegExp(
      `^(?:同志)?(?:当选为?|被任命为|获任|出任|就任|升任|接任|被选为|全票当选为?|再次当选为?|任命为)${OFFICE}${ENDS}`,
      'u',
    ),
    'appointed',
  ],
  [new RegExp(`^(?:同志)?为${OFFICE}${ENDS}`, 'u'), 'appointed'],
  [new RegExp(`^(?:同志)?的${OFFICE}职务`, 'u'), 'removed'],
]
const APPOINTS = /(?:任命|选举|推选|决定|补选|选举产生|通过)(?:了)?[^,。;]{0,12}$/u
const REMOVES = /(?:免去|撤销|罢免|接受|决定免去)(?:了)?[^,。;]{0,12}$/u
const OFFICE_END =
  /(?:长|主任|书记|主席|委员|总理|总统|大臣|大使|代表|理事|常委|总监|经理|董事|院士|政委|司令|司令员|秘书|检察官|法官|审判员|首相|议员|顾问|总裁|主编|教练)$/u

/**
 * What a sentence says behind and before a name of giving or taking an office; `null` where it does not.
 *
 * @param start of the name
 * @param end of the name
 */
export function officeEventAt(text: string, start: number, end: number): OfficeEvent | null {
  const behind = text.slice(end, end + 48)
  const before = text.slice(Math.max(0, start - 30), start)
  for (const [at, [pattern, event]] of BEHIND.entries()) {
    const match = pattern.exec(behind)
    const office = match?.groups?.['office']
    if (match === null || office === undefined || !OFFICE_END.test(office)) continue
    if (at === 2 && !APPOINTS.test(before)) continue
    if (at === 3 && !REMOVES.test(before)) continue
    const from = end + match[0].indexOf(office, at < 2 ? 2 : 1)
    return { start: from, end: from + office.length, event, qualifiers: [] }
  }
  return null
}
