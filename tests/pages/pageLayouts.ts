import { brokenHtmlLayouts, emptyHtmlLayouts } from './layouts/brokenHtmlLayouts'
import { breadcrumbTextLayouts } from './layouts/breadcrumbTextLayouts'
import { damagedTextLayouts } from './layouts/damagedTextLayouts'
import { epaperHtmlLayouts } from './layouts/epaperHtmlLayouts'
import { epaperTextLayouts } from './layouts/epaperTextLayouts'
import { newsHtmlLayouts } from './layouts/newsHtmlLayouts'
import { officeHtmlLayouts } from './layouts/officeHtmlLayouts'
import { oldHtmlLayouts } from './layouts/oldHtmlLayouts'
import { platformHtmlLayouts } from './layouts/platformHtmlLayouts'
import { emptyTextLayouts, severalTextLayouts } from './layouts/severalTextLayouts'
import { sourceLineTextLayouts } from './layouts/sourceLineTextLayouts'
import type { PageLayout } from './pageLayout'

/** Every layout of the set, text before HTML. */
export const PAGE_LAYOUTS: readonly PageLayout[] = [
  ...breadcrumbTextLayouts,
  ...sourceLineTextLayouts,
  ...epaperTextLayouts,
  ...damagedTextLayouts,
  ...severalTextLayouts,
  ...emptyTextLayouts,
  ...newsHtmlLayouts,
  ...officeHtmlLayouts,
  ...epaperHtmlLayouts,
  ...oldHtmlLayouts,
  ...platformHtmlLayouts,
  ...brokenHtmlLayouts,
  ...emptyHtmlLayouts,
]
