import { isCollectiveOffice } from './collectiveOffice'

/**
 * Short forms of bodies and what they stand for, as the State Council's notices on its bodies and their local
 * counterparts name them (国发〔2008〕11号, 国办发〔2013〕; the same words for 厅 and 局). A short form that meant
 * several bodies in turn (交通部, 文化局) is not here: those are told apart or joined by whoever reads.
 */
const BODIES: readonly (readonly [short: string, full: string])[] = [
  ['环保总局', '环境保护总局'],
  ['环保部', '环境保护部'],
  ['环保厅', '环境保护厅'],
  ['环保局', '环境保护局'],
  ['发改委', '发展和改革委员会'],
  ['国资委', '国有资产监督管理委员会'],
  ['经信委', '经济和信息化委员会'],
  ['卫计委', '卫生和计划生育委员会'],
  ['人社部', '人力资源和社会保障部'],
  ['人社厅', '人力资源和社会保障厅'],
  ['人社局', '人力资源和社会保障局'],
  ['住建部', '住房和城乡建设部'],
  ['住建厅', '住房和城乡建设厅'],
  ['住建局', '住房和城乡建设局'],
  ['工信部', '工业和信息化部'],
  ['国土部', '国土资源部'],
  ['国土厅', '国土资源厅'],
  ['国土局', '国土资源局'],
  ['质检总局', '质量监督检验检疫总局'],
  ['纪律检查委员会', '纪委'],
  ['人民代表大会常务委员会', '人大常委会'],
  ['中央军事委员会', '中央军委'],
]

/** Offices of the state and the party that are often named alone: what they are if they are China's. */
const NATIONAL: ReadonlyMap<string, string> = new Map([
  ['总理', '国务院总理'],
  ['副总理', '国务院副总理'],
  ['总书记', '中共中央总书记'],
  ['委员长', '全国人大常委会委员长'],
  ['央行行长', '中国人民银行行长'],
])

/** What bare offices of the state are in full: 国务院总理. */
export const NATIONAL_OFFICES: readonly string[] = [...NATIONAL.values()]

const LEVELS = '省市县区镇乡州'
/** 代, 代理 before an office that somebody holds until another is elected; not the end of 现代, 时代. */
const ACTING =
  /(?<![现近当时世年古后历])代理?(?=(?:副)?(?:[省市县区镇乡州部局厅校院]长|书记|主席|总理|主任|检察长))/u
const FORMER = /^(?:前任|前|原任|原|时任|已故)(?=\S{2})/u
/** 环保部长, 组织部长, 公安局长: the body's last character is the first of the title. */
const MERGED_BODY = new RegExp(`^(?<body>.*[^副务正])(?<last>[部局厅署])长$`, 'u')
const MERGED_PLACE = new RegExp(`^(?<place>.{2,})(?<level>[${LEVELS}])长$`, 'u')
const DEPUTY_OF_PLACE = new RegExp(`^(?<place>.{2,}?)(?<deputy>常务副|副)(?<level>[${LEVELS}])长$`, 'u')
const BARE_HEAD = new RegExp(`^(?:常务副|副)?(?<level>[${LEVELS}])长$`, 'u')
const BARE_BODY = new RegExp(`^[${LEVELS}](?!长|场|民|值|容|域|间)`, 'u')

/** Whether an office as it is written says that somebody stands in for it (代省长, 代理市长). */
export function isActing(office: string): boolean {
  return ACTING.test(office)
}

/** Whether an office as it is written says that it was held before (原局长, 时任县长). */
export function isFormer(office: string): boolean {
  return FORMER.test(office)
}

function withBodyInFull(office: string): string {
  for (const [short, full] of BODIES) {
    const at = office.indexOf(short)
    const end = at + short.length
    if (at !== -1 && end < office.length) return office.slice(0, at) + full + office.slice(end)
  }
  return office
}

/** 市长 of 吴江, 吴江市长 and 吴江市市长 are one; so are 副市长 of 吴江, 吴江副市长 and 吴江市副市长. */
function withLevel(office: string): string {
  const deputy = DEPUTY_OF_PLACE.exec(office)?.groups
  if (deputy !== undefined && deputy['place'] !== '常务' && !deputy['place']!.endsWith(deputy['level']!)) {
    return `${deputy['place']!}${deputy['level']!}${deputy['deputy']!}${deputy['level']!}长`
  }
  const head = MERGED_PLACE.exec(office)?.groups
  if (head === undefined || head['place']!.endsWith('副') || head['place']!.endsWith(head['level']!)) {
    return office
  }
  return `${head['place']!}${head['level']!}${head['level']!}长`
}

function withPlace(office: string, jurisdiction: string): string {
  if (office.includes(jurisdiction)) return office
  const level = BARE_HEAD.exec(office)?.groups?.['level']
  if (level !== undefined) return `${jurisdiction}${level}${office}`
  return BARE_BODY.test(office) ? jurisdiction + office : office
}

/**
 * The name under which the forms of one office stand together, by rules that hold in general: what says that it is over
 * or acted for is left out (前, 原, 代), a body is written in full (环保部部长, 环保部长: 环境保护部部长), a bare 市长 or
 * 市委书记 gets the place whose it is (吴江市市长, 吴江市委书记), and a few offices of the state are named in full (总理:
 * 国务院总理) if the person is known to hold them: a bare 总理 may be that of another country. Forms that only a reader can know to be one stay apart. An office that no rule knows is its own name; the
 * name of a name is itself.
 *
 * @param jurisdiction whose office the article means, without the sign of its level (吴江), or `null`
 * @param isKnownInFull whether the person is elsewhere given such an office of the state in full
 */
export function officeKey(
  office: string,
  jurisdiction: string | null = null,
  isKnownInFull: (office: string) => boolean = () => true,
): string {
  let key = office.replaceAll(/\s+/gu, '').replace(FORMER, '').replace(ACTING, '')
  key = key.replace(/^(?:中国共产党|中共)(?!中央)/u, '')
  key = key.replace(/^(?:中华人民共和国|中国)(?=副?主席$)/u, '国家')
  key = key.replace(/^(?:中华人民共和国|中国)(?=国务院|国家副?主席|外交部|国防部|中央军|副?总理$)/u, '')
  const national = NATIONAL.get(key)
  if (national !== undefined && isKnownInFull(national)) key = national
  key = key.replace(/人大(?=副?(?:主任|委员长)$)/u, '人大常委会')
  const merged = MERGED_BODY.exec(key)?.groups
  if (merged !== undefined && !merged['body']!.endsWith(merged['last']!)) {
    key = `${merged['body']!}${merged['last']!}${merged['last']!}长`
  }
  key = withBodyInFull(key)
  return withLevel(jurisdiction === null ? key : withPlace(key, jurisdiction))
}

const SOLE =
  /(?<![副务])(?:[省市县区镇乡州部局厅校院署]长|(?<!副)书记|(?<!副)主席|(?<!副)总理|(?<!副)总统|(?<!副)主任|(?<!副)行长|(?<!副)检察长|(?<!副)委员长|首相)$/u

/**
 * Whether an office is one that a single person holds at a time (县长, 书记), not one of several (副县长, 委员, 代表). Of
 * such an office, a list behind it (县长甲、乙) does not say that all of the list hold it.
 */
export function isHeldByOne(office: string): boolean {
  return SOLE.test(office) && !isCollectiveOffice(office)
}
