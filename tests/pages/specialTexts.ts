import { chineseDay, dayAfter, monthAndDay } from './calendarDays'
import type { PageValues } from './pageValues'

/** A headline with the paragraphs under it. */
export interface TitledText {
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** A report in the manner of the 1930s. */
export function republicReport({ place, persons, count }: PageValues): TitledText {
  return {
    title: `${place.short}修筑城西石堤告竣`,
    paragraphs: [
      `本县城西石堤，自去冬鸠工兴筑，由建设科科长${persons[6]!}督率，迄今已逾百日。日前全堤告竣，计长${count % 900}丈，高一丈二尺，观者莫不称便。`,
      '查该堤旧为土筑，每届夏秋，水势骤涨，沿岸田庐辄遭淹没，乡民苦之久矣。',
      `此次经费，半由县府拨给，半由地方人士筹募。绅商${persons[7]!}首捐五百元，各乡闻风继起，不旬日而款集。`,
      '县府定于下月初举行落成典礼，并勒石以垂久远。',
    ],
  }
}

/** A poem of two stanzas: every line is a paragraph. */
export function poem({ place }: PageValues): TitledText {
  return {
    title: '给一条不出名的河',
    paragraphs: [
      '你从地图的折痕里流出来',
      '细得像母亲穿针的线',
      '两岸的芦苇一年一年地白',
      `没有人问起你为什么叫做${place.short}`,
      '而我在很远的城里',
      '总是先听见水声',
      '才想起故乡',
    ],
  }
}

/** A letter to the editor. */
export function letter({ place, count }: PageValues): TitledText {
  return {
    title: '盼在中学路口装一盏灯',
    paragraphs: [
      '编辑同志：',
      `我家住在${place.full}城南。中学门口的那个岔路口，天一黑就什么也看不见，每天晚上却有${count % 700}多名学生从这里下晚自习。`,
      '上个月，一辆三轮车就在这里翻进了路边的水沟。家长们只好轮流拿着手电筒站在路口照路。',
      '听说装一盏灯花不了多少钱。希望有关部门派人来看一看，早一点让孩子们走上亮堂的路。',
      '此致',
      '敬礼！',
    ],
  }
}

/** Questions and answers. */
export function interview({ place, persons, count }: PageValues): TitledText {
  return {
    title: `“慢一点，才能修得久”——访古籍修复师${persons[5]!}`,
    paragraphs: [
      `在${place.full}档案馆的三楼，${persons[5]!}已经和虫蛀、霉斑打了${count % 30 || 3}年交道。日前，记者走进她的工作室。`,
      '问：您是怎样走上这一行的？',
      '答：完全是偶然。那年馆里漏雨，湿了一批县志，缺人手，我就从食堂调过来帮忙晾书。',
      '问：修一页纸要多长时间？',
      '答：顺利的话半天，不顺利的话一个月。补纸要和原来的纸一样薄，一样黄。',
      '问：有没有想过放弃？',
      '答：没有。',
      '问：对年轻人有什么话要说？',
      '答：慢一点，才能修得久。',
    ],
  }
}

/** A notice with numbered points, signed by an office under a date: the signature is part of its text. */
export function notice({ place, office, issue, posted }: PageValues): TitledText {
  return {
    title: '关于做好今冬明春森林防火工作的通知',
    paragraphs: [
      '各乡镇人民政府，县直有关单位：',
      `入冬以来，${place.full}降水偏少，森林火险等级持续偏高。为做好今冬明春的森林防火工作，现就有关事项通知如下：`,
      '一、压实责任。各乡镇要把责任落实到山头地块，做到山有人管、林有人护、火有人查。',
      '二、管住火源。防火期内，严禁携带火种进山，严禁在林区烧荒、野炊。',
      '（一）在主要路口设卡检查；',
      '（二）对坟头集中的地段安排专人值守。',
      '三、备足力量。专业队伍靠前驻防，一旦出现火情，确保十分钟内出动。',
      `本通知自${chineseDay(dayAfter(posted, 20))}起施行。`,
      office,
      chineseDay(issue),
    ],
  }
}

/** An address at an opening: salutation, quotation, thanks. */
export function speech({ place, issue }: PageValues): TitledText {
  return {
    title: `在${place.full}第三届农民读书节开幕式上的致辞`,
    paragraphs: [
      '各位来宾，乡亲们，朋友们：',
      `大家上午好！${monthAndDay(issue)}，是一个值得记住的日子。`,
      '俗话说：“种田不离田头，读书不离案头。”我们的祖辈白天扶犁，夜里读书，留下了耕读传家的好风气。',
      '读书有什么用？我想起一位老人的话：“书里不长庄稼，可是会看书的人，庄稼长得好。”',
      '今天，全县每一个村都有了农家书屋。书有了，灯亮了，就等大家坐下来。',
      '预祝读书节圆满成功！谢谢大家！',
    ],
  }
}
