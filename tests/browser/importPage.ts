import { expect, type Locator, type Page } from '@playwright/test'
import { bundledArticles } from './bundledArticles'

/** A page of news as it is copied from a site, of an invented paper. */
export function copiedPage(title: string, { day = '2012年7月1日', body = bodyOf(title) } = {}): string {
  return [
    '首页 > 新闻 > 本地要闻 > 正文',
    title,
    `来源：《示例日报》${day}01版　发布时间：2012-07-02 09:17`,
    ...body,
    '【打印】【关闭】',
  ].join('\n')
}

const WORDS =
  '春耕 水利 学校 公路 集市 桥梁 粮仓 电站 茶园 渔港 图书馆 合作社 医院 苗圃 林场 砖厂 剧团 邮局 车站 博物馆 果园 码头 窑址 戏台'.split(
    ' ',
  )

/** Twelve words in an order that depends on a text, so that no two articles are alike by chance. */
function wordsFor(text: string): string {
  let state = [...text].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) >>> 0, 7)
  return Array.from({ length: 12 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return WORDS[(state >>> 8) % WORDS.length]!
  }).join('')
}

/** Paragraphs that no other title has. */
export function bodyOf(title: string): readonly string[] {
  return [
    `本报讯（记者 张示例）昨天下午，示例县举行“${title}”座谈会，谈到${wordsFor(`${title}一`)}。`,
    `代表们认为今年的工作比去年更实：${wordsFor(`${title}二`)}，${wordsFor(`${title}三`)}。`,
    `据了解，全县十二个乡镇都会参加，名单有${wordsFor(`${title}四`)}和${wordsFor(`${title}五`)}。`,
  ]
}

/** Opens the import page and waits until the archive is open. */
export async function openImport(page: Page): Promise<void> {
  await page.goto('./#/import')
  await expect(page.getByTestId('import-text')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-state', 'ready')
}

/** Puts a text into the box, as a paste does, and waits until it has been read. */
export async function giveText(page: Page, text: string): Promise<void> {
  await page.getByTestId('import-text').fill(text)
  await expect(page.getByTestId('import-accept')).toBeVisible()
}

/** Gives files by the file input, and waits until they have been read. */
export async function giveFiles(
  page: Page,
  files: readonly { readonly name: string; readonly content: string | Buffer }[],
): Promise<void> {
  await page.getByTestId('import-input').setInputFiles(
    files.map(({ name, content }) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: typeof content === 'string' ? Buffer.from(content) : content,
    })),
  )
  await expect(page.getByTestId('import-accept')).toBeVisible()
}

/** What was understood. */
export function previewRows(page: Page): Locator {
  return page.getByTestId('import-preview-row')
}

/** How many articles an archive holds that has only what comes with the app. */
export const BUNDLED = bundledArticles.length
