/** What a line is when it is not the article's, told by its words alone. */
export type FurnitureKind = 'bar' | 'list' | 'comments' | 'footer' | 'neighbour' | 'separator' | 'notice'

/** Words of bars of tools: sharing, size of type, counters, ways to the top. */
const BAR_WORDS: ReadonlySet<string> = new Set(
  '导出 题录 引用 倍速 标清 高清 超清 流畅 全屏 静音 音量 重播 发新帖 发帖 回帖 发表回复 只看该作者 主题 帖子 积分 返回检索结果 返回结果 新帖 摘要 点击下载 弹幕 复制链接 分享 分享到 分享至 分享本文 分享给好友 一键分享 转发 转发到 打印 打印本页 打印本文 打印此页 打印文章 打印此文 收藏 收藏本文 收藏本页 加入收藏 关闭 关闭窗口 关闭本页 关闭页面 窗口 本页 返回 返回顶部 回到顶部 返回首页 回首页 返回列表 返回上页 返回上一页 返回目录 返回上级 顶部 top 推荐 推荐给好友 推荐给朋友 发送给好友 举报 纠错 我要纠错 报错 保存 复制 复制链接 复制网址 下载 评论 我要评论 发表评论 参与评论 查看评论 写评论 网友评论 点赞 赞 在看 喜欢 顶 踩 微信 微信好友 微信扫一扫 朋友圈 微博 新浪微博 腾讯微博 网易微博 搜狐微博 人民微博 新华微博 qq qq好友 qq空间 qzone 人人网 开心网 豆瓣 豆瓣网 百度贴吧 贴吧 百度 知乎 facebook twitter google 邮件 邮箱 email 更多 更多» 更多> 更多>> more rss 订阅 手机看 手机看新闻 手机版 手机阅读 听新闻 语音播报 语音朗读 朗读 播放 暂停 播报 收听 字号 字体 字体大小 文字大小 大字 小字 中字 大 中 小 特大 超大 标准 默认 放大 缩小 放大+ 缩小- 加大 增大 减小 a a+ a- t t+ t- +a -a 正常 还原 繁体 繁體 简体 无障碍 无障碍浏览 长者模式 适老版 护眼 背景色 夜间 夜间模式 阅读模式 全屏 全屏阅读 版面 版面导航 版次导航 版面目录 版面图 版面概览 标题导航 内容导航 上一版 下一版 上一期 下一期 上期 下期 上一篇 下一篇 前一篇 后一篇 上篇 下篇 上一条 下一条 上一页 下一页 上页 下页 首页 尾页 末页 第一页 最后一页 往期 往期回顾 往期报纸 过往期刊 报纸检索 按日期检索 按日期查找 日期检索 全文检索 高级检索 检索 搜索 站内搜索 搜一下 查询 登录 注册 会员登录 免费注册 登陆 退出 投稿 我要投稿 在线投稿 下载pdf pdf版 pdf pdf下载 下载app 下载客户端 打开app app内打开 客户端下载 扫码下载 查看原图 原图 查看大图 点击查看大图 点击图片查看大图 编辑 删除 回复 举报此文 引用 楼主 只看楼主 倒序浏览 电梯直达 跳转到指定楼层 显示全部楼层 收起 展开 展开全文 展开全部 阅读全文 点击展开 点击阅读全文 阅读原文 关注 已关注 加关注 取消 确定 加载中 加载更多 正在加载 正在加载... 点击加载更多 来源 相关 图集 视频 广告 ad 赞助 推广 空间 好友 到 : 至'.split(
    ' ',
  ),
)

/** A token of a bar with a number: 评论(12), 123次浏览, 阅读 1.2万. */
const COUNTED =
  /^(?:(?:阅读|浏览|点击|评论|点赞|赞|转发|收藏|访问|人气|分享|跟帖|热度|在看|回复|参与|已有|共有|共|views?|hits?|喜欢|围观|查看|推荐)(?:量|数|次数|人数)?[:：]?[(（]?[\d,.]{0,12}[w万亿k+]{0,2}(?:次|人|条|个|赞)?(?:浏览|阅读|点击|评论|参与|查看|访问|跟帖|点赞|喜欢|围观)?[)）]?|[(（]?[\d,.]{1,12}[w万亿k+]{0,2}(?:次|人|条|个|℃|°c)?(?:浏览|阅读|点击|评论|参与|查看|访问|跟帖|点赞|喜欢|围观|人参与)?(?:评论)?[)）]?)$/

const BAR_MARK = /[\s|丨/·•,，、【】[\]()（）<>《》«»:：_—–+-]+/

/** Whether every word of a folded line is one of a bar of tools or a counter. A line of digits alone is none but a pager. */
function isBar(folded: string): boolean {
  if (folded.length > 160) return false
  const words = folded.split(BAR_MARK).filter((word) => word !== '')
  if (words.length === 0 || words.length > 40) return false
  let known = 0
  for (const word of words) {
    if (BAR_WORDS.has(word)) known += 1
    else if (!COUNTED.test(word)) return false
  }
  return known > 0 || COUNTED.test(folded) || /\D/.test(words.join(''))
}

/** 1 2 3 4 下一页, 第1页 共3页, 1/3. */
const PAGER =
  /^(?:[[(（【\s]*(?:首页|上一页|上页|前一页|尾页|末页|下一页|下页|后一页|prev|next|<{1,2}|>{1,2}|«|»|\.{2,3}|…|\d{1,3}|第\s?\d{1,3}\s?页|共\s?\d{1,4}\s?(?:页|条)|\d{1,3}\s?\/\s?\d{1,3}(?:\s?页)?|转到|跳转|go|页|全文阅读|余下全文|显示全文|全文)[\])）】,、|\s]*){2,40}$/

/** Heads of lists that follow an article. */
const LIST_HEAD =
  /^[\s【[<《■◆●▪◇○★☆|>#·-]{0,4}(?:(?:本[版期文]|相关|更多|其他|其它|同类|同题|延伸|扩展|深度|拓展|关联|往期|近期|最新|今日|本周|一周|24小时|48小时|昨日|热门|热点|精彩|精选|推荐|编辑|频道|图片|视频|点击|阅读|新闻|网友|大家|猜您?你?|您可能|你可能|您还可能|你还可能|还有|头条|热图|高清|要闻|专题|滚动|即时|站内|友情|合作|下一条|推广|特别|独家|人气|随机|文章|评论|关注|微信|本站|国内|国际|社会|娱乐|体育|财经|热播|热搜|热词)(?:的|还)?(?:相关|最新|热门|热点|精彩|推荐|图片|视频|新闻|阅读|内容)?(?:阅读|新闻|链接|报道|文章|推荐|资讯|内容|信息|专题|话题|搜索|热点|排行榜?|排名|点击榜|榜单?|看点|图片|图集|视频|标题|导航|回顾|精选|头条|聚焦|在看|都在看|喜欢|喜爱|感兴趣|关注|想看|热评|热帖|主题|帖子|文档|稿件|导读|速递|速览|必读|热图|看看|更新|公告|动态|列表|目录|播报)(?:的?(?:内容|文章|新闻|资讯|榜|排行))?|猜你喜欢|热门推荐|排行榜|点击排行|精彩推荐|今日推荐|热点推荐|为您推荐|为你推荐|编辑推荐|大家都在看|新闻排行|要闻推荐|相关|推荐|热门|热点|最新)[\s】\]>》:：■◆|»·(（)）\d]{0,12}(?:更多[\s>»]{0,4})?$/

const COMMENTS_HEAD =
  /^[\s【[<■◆|]{0,4}(?:(?:网友|用户|读者|最新|热门|精彩|全部|所有|发表|我要|我来|文章|新闻|查看|参与|跟帖|本文)?(?:评论|点评|留言|跟帖|热评|回帖|说两句)(?:列表|区|专区|内容|精选)?|沙发|板凳|地板|\d{1,4}\s?[楼#]|#\s?\d{1,4}|我来说两句|我要说两句|登录后发表评论|请登录后发表评论|请先登录.{0,6}|已有\s?\d{1,9}\s?(?:人|条).{0,6}|文明上网.{0,40}|评论仅代表.{0,30}|网友评论仅供.{0,40})[\s】\]>:：|(（)）\d条,，]{0,14}(?:查看全部|更多)?$/

const FOOTER =
  /(?:copyright|版权所有|©|\(c\)\s?\d{4}|all rights reserved|icp备|icp证|公网安备|网安备|增值电信|互联网新闻信息服务许可|信息网络传播视听|广播电视节目制作|许可证(?:号|编号)?[:：\d]|违法和?不良信息|举报电话|网站地图|关于我们|联系我们|网站声明|法律声明|隐私(?:政策|保护)|免责声明|版权声明|设为首页|加为收藏|友情链接|技术支持|建议使用.{0,12}分辨率|网站标识码|未经.{0,12}(?:授权|许可|同意|允许).{0,24}(?:转载|使用|复制|镜像|摘编)|(?:新闻|广告|投稿|服务|咨询|报料|爆料|发行|订报|征订|监督|客服)(?:热线|电话|邮箱)[:：]|本(?:网站?|站|报)(?:所)?刊(?:登|载).{0,30}版权|不得转载|严禁转载|谢绝转载|转载请注明|凡本[网站].{0,12}注明|凡注明.{0,12}来源|(?:仅|只)代表作者(?:本人)?(?:的)?(?:个人)?观点|不代表本[网站报].{0,6}(?:立场|观点)|投稿信箱|投稿邮箱|(?:主管|主办|承办|协办|运营|维护)(?:单位)?[:：]|常年法律顾问|法律顾问[:：]|国内统一(?:连续出版物|刊)号|邮发代号|报社地址|通信地址)/

const NEIGHBOUR =
  /^[\s【[<«‹·•◆■>-]{0,4}(?:上一篇|下一篇|上篇|下篇|前一篇|后一篇|上一条|下一条|上一则|下一则|上一个|下一个|前一条|后一条|上1篇|下1篇|previous|next)(?:文章|新闻|信息)?[\s】\]>»:：]/

const NOTICE =
  /^(?:[\s(（【[]{0,3})(?:您的浏览器(?:版本过低|不支持)|您(?:正在)?使用的浏览器|请(?:您)?(?:先)?(?:启用|开启|打开)\s?javascript|点击.{0,8}(?:进入|查看|观看|收听|播放|下载|阅读|关注|上方|下方|链接).{0,10}|↑.{0,20}|↓.{0,20}|扫(?:一扫|码|描).{0,40}|长按.{0,20}(?:二维码|识别|关注).{0,20}|用微信扫.{0,30}|微信(?:扫|公众号|号|搜索).{0,40}|欢迎(?:关注|扫码|下载|登录|访问|光临|投稿|来到|您).{0,40}|关注.{0,12}(?:公众号|微信|微博|客户端).{0,20}|下载.{0,12}客户端.{0,20}|打开.{0,10}(?:app|客户端).{0,20}|更多.{0,16}(?:请|点击|关注|尽在|资讯).{0,24}|(?:手机|移动)(?:用户|端|版).{0,30}|广告|图片加载中.{0,6}|视频加载中.{0,6}|当前浏览器.{0,40}|不支持.{0,20}播放.{0,12}|用手机.{0,24}|以下文章来源于.{1,50}|本文(?:共|来自|转自|转载|由|系|链接|地址|二维码|标签|关键词).{0,60}|声明[:：].{0,200}|郑重声明.{0,200}|特别声明.{0,200}|免责声明.{0,200}|版权声明.{0,200}|转载声明.{0,200}|注[:：]本文(?:转载|来源).{0,80}|\(?原标题[:：].{1,80}|\(?完\)?|\(本文(?:来源|转自|转载).{0,60}|来源[:：]?(?=$)|分享(?:到|至|让).{0,60}|资料图|请勿转载|违者必究|正在跳转.{0,30}|页面加载.{0,10}|请输入.{0,20}|您是第.{0,20}位?(?:访客|访问者).{0,10}|今天是.{0,40}|现在(?:时间|是).{0,30}|今日(?:天气|气温).{0,30}|天气预报.{0,20}|(?:最高|最低)气温.{0,20}|你是第.{0,20}|总?访问量.{0,20}|在线人数.{0,20}|网站首页)[\s)）】\]。!！.]{0,3}$/

/** A line of a list of headlines: a bullet or not, and a day at its end or its beginning. */
const LISTED =
  /^(?:[·•◆■▪●○►»□▶★☆※*-]\s?)?[^\s].{3,60}?[\s[(（【]{1,6}(?:\d{2,4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?:\s?\d{1,2}:\d{2}(?::\d{2})?)?[\])）】]?$|^(?:[·•◆■▪●○►»□▶★☆※*-]\s?)?[[(（【]?(?:\d{2,4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?[\])）】]?\s{1,6}[^\s].{3,60}$/

const BULLETED = /^[·•◆■▪●○►»□▶★☆※]\s?.{4,50}$/

/** Whether a folded line is an entry of a list of headlines. */
export function isListed(folded: string): boolean {
  return folded.length <= 100 && !/[。；]/.test(folded) && LISTED.test(folded)
}

/** Whether a folded line begins with a bullet and is as short as a headline. */
export function isBulleted(folded: string): boolean {
  return folded.length <= 60 && !/[。；]$/.test(folded) && BULLETED.test(folded)
}

/** Whether a folded line is a bar of the site's sections: many short words side by side, and no sentence. */
export function isNavigation(folded: string): boolean {
  if (folded.length > 400 || /[。；？！]/.test(folded)) return false
  const words = folded
    .split(/[\s|丨·/>_]+|(?<=\p{Script=Han})-(?=\p{Script=Han})/u)
    .filter((word) => word !== '')
  if (words.length < 5) return false
  const short = words.filter(
    (word) => word.length >= 2 && word.length <= 6 && !/[,，:：、"《》\d]/.test(word),
  ).length
  return short >= words.length * 0.85 && words.reduce((sum, word) => sum + word.length, 0) / words.length <= 5
}

/** 00:00/02:13 of a player, with or without its other words. */
const PLAYER = /^\d{1,2}:\d{2}(?::\d{2})?\s?\/\s?\d{1,2}:\d{2}(?::\d{2})?(?:\s\S{1,4}){0,6}$/

/** What a folded line is of a site's furniture; `null` when its words do not say so. */
export function furnitureKind(folded: string): FurnitureKind | null {
  if (!/[\p{L}\p{N}]/u.test(folded))
    return /^[。，、；：！？”’」』）》…!?,)]{1,4}$/.test(folded) ? null : 'separator'
  if (folded.length > 400) return null
  if (/^[-=_*—─~·]{3,40}[^-=_*—─~·]{0,24}[-=_*—─~·]{3,40}$/.test(folded)) return 'separator'
  if (COMMENTS_HEAD.test(folded)) return 'comments'
  if (LIST_HEAD.test(folded)) return 'list'
  if (NEIGHBOUR.test(folded)) return 'neighbour'
  if (PLAYER.test(folded) || isBar(folded) || (folded.length <= 120 && PAGER.test(folded))) return 'bar'
  if (FOOTER.test(folded) && (folded.length <= 160 || /版权|copyright/.test(folded))) return 'footer'
  if (NOTICE.test(folded)) return 'notice'
  return null
}
