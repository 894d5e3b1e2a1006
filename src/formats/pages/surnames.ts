/**
 * Surnames of one character: those of the 2020 census's reports on names and of 百家姓 that are still borne, in
 * simplified characters.
 */
const SINGLE =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱丘侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文庞樊兰殷施洪翟安颜倪牛温芦鲁俞葛毕聂丛焦齐梅庄辛管祝左涂谷时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都季麻巩丰仲鞠狄农桑佘巫应练储占原蔺尚邝匡岳干步巴利尤娜班习祁吾智揣檀慕信初谌明亓宗修荣荆才虞柳昌鄂勾寇户苍胥母昝宣封衡权郏展师操湛竺诸雍阚仝撒那普红佟索扈凤鹿贝邢居酒战台濮迪蒲谯仁由伊相况郗幸牧和于仵令续经缪卞凡楚厉茅茹濮阚冼冒应暴水戎伏禹贲滑支乐殳皇褟逯郅粟呼禤衣次闻'

/** Surnames of two characters. */
const DOUBLE =
  '欧阳 上官 司马 诸葛 司徒 夏侯 皇甫 尉迟 公孙 慕容 令狐 端木 东方 独孤 南宫 西门 长孙 宇文 轩辕 钟离 闻人 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 鲜于 闾丘 司空 亓官 百里 东郭 南门 呼延 赫连 拓跋 完颜 第五 范姜 张简 陈林'

const singles: ReadonlySet<string> = new Set(SINGLE)
const doubles: ReadonlySet<string> = new Set(DOUBLE.split(' '))

/** How many characters of a name, in simplified characters, are its surname: 2, 1, or 0 when it begins with none. */
export function surnameLength(name: string): 0 | 1 | 2 {
  if (name.length > 2 && doubles.has(name.slice(0, 2))) return 2
  return singles.has(name.charAt(0)) ? 1 : 0
}
