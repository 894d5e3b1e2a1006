/** The article that the welcome shows first, where the archive holds it. */
export const FEATURED_ARTICLE_ID = 'wujiang-daily-2012-07-01-01-commendation'
