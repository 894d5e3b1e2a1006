import { fold } from '../text/fold'

/**
 * The 500 most frequent characters of modern Chinese, which make up about three quarters of any text (Jun Da, “Modern
 * Chinese Character Frequency List”, 2004).
 */
const FREQUENT =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运'
const frequent: ReadonlySet<string> = new Set(FREQUENT)

/** What a text looks like, to tell whether its bytes were read in their own encoding. */
export interface TextLooks {
  /** Characters beyond ASCII. */
  readonly foreign: number
  /** Of these, frequent ones of Chinese (traditional ones too) and its punctuation. */
  readonly frequent: number
  /** Characters that a text has not: replacements, controls, private and unassigned ones. */
  readonly impossible: number
}

const PUNCTUATION =
  /[\u3000-\u3002\u3008-\u3011\u2018\u2019\u201c\u201d\u2014\u2026\u00b7\uff01\uff08\uff09\uff0c\uff0e\uff10-\uff1b\uff1f]/u
const IMPOSSIBLE = /[\p{Cc}\p{Co}\p{Cn}\p{Cs}\ufffd]/u

/** Counts the characters of a text by what they tell. Line breaks and tabs tell nothing. */
export function looksOf(text: string): TextLooks {
  let foreign = 0
  let common = 0
  let impossible = 0
  for (const character of fold(text)) {
    const unit = character.charCodeAt(0)
    if (unit === 0x09 || unit === 0x0a || unit === 0x0d) continue
    if (unit < 0x20 || unit === 0x7f) impossible++
    if (unit < 0x80) continue
    foreign++
    if (frequent.has(character) || PUNCTUATION.test(character)) common++
    else if (IMPOSSIBLE.test(character)) impossible++
  }
  return { foreign, frequent: common, impossible }
}
