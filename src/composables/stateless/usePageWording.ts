import { useMessages } from '../../locales/useMessages'

const PLAIN_PAGE = /^[A-Z]{0,2}\d+$/i

/** Pages of a newspaper in words: a number gets its 第 … 版, what is printed in another way (第1张第4版) stays as it is. */
export function usePageWording() {
  const { t } = useMessages()

  /** One page as a list or a chip names it; several, parted by commas, are named together. */
  function wordPage(page: string): string {
    const pages = page.split(/[,，、]/).map((one) => one.trim())
    return pages.every((one) => PLAIN_PAGE.test(one))
      ? t('facets.pageNumber', { page: pages.join(t('separators.list')) })
      : pages.join(t('separators.list'))
  }

  return { wordPage }
}
