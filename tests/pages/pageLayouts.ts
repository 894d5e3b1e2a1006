import { brokenHtmlLayouts, emptyHtmlLayouts } from './layouts/brokenHtmlLayouts'
import { breadcrumbTextLayouts } from './layouts/breadcrumbTextLayouts'
import { carriedTextLayouts } from './layouts/carriedTextLayouts'
import { damagedTextLayouts } from './layouts/damagedTextLayouts'
import { epaperHtmlLayouts } from './layouts/epaperHtmlLayouts'
import { epaperTextLayouts } from './layouts/epaperTextLayouts'
import { newsHtmlLayouts } from './layouts/newsHtmlLayouts'
import { officeHtmlLayouts } from './layouts/officeHtmlLayouts'
import { oldHtmlLayouts } from './layouts/oldHtmlLayouts'
import { platformHtmlLayouts } from './layouts/platformHtmlLayouts'
import { printedDateTextLayouts } from './layouts/printedDateTextLayouts'
import { recordTextLayouts } from './layouts/recordTextLayouts'
import { emptyTextLayouts, severalTextLayouts } from './layouts/severalTextLayouts'
import { sourceLineTextLayouts } from './layouts/sourceLineTextLayouts'
import { structuredHtmlLayouts } from './layouts/structuredHtmlLayouts'
import type { PageLayout } from './pageLayout'

/**
 * Every layout of the set, text before HTML. A new one goes into the file of its family; its truth follows the
 * rules of the fields, not what a parser finds easy, and a comment says why where the rules leave room.
 */
export const PAGE_LAYOUTS: readonly PageLayout[] = [
  ...breadcrumbTextLayouts,
  ...sourceLineTextLayouts,
  ...printedDateTextLayouts,
  ...epaperTextLayouts,
  ...recordTextLayouts,
  ...damagedTextLayouts,
  ...carriedTextLayouts,
  ...severalTextLayouts,
  ...emptyTextLayouts,
  ...structuredHtmlLayouts,
  ...newsHtmlLayouts,
  ...officeHtmlLayouts,
  ...epaperHtmlLayouts,
  ...oldHtmlLayouts,
  ...platformHtmlLayouts,
  ...brokenHtmlLayouts,
  ...emptyHtmlLayouts,
]
