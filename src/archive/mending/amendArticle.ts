import type { Article } from '../../domain/article'
import type { ArticleEdit } from '../../domain/articleEdit'
import { fittingMentions, mendMentions } from './mendMentions'

/**
 * An article as a person has corrected it. Where they changed the texts and not the people, the places at which people are
 * named follow the texts.
 *
 * @param edit as it was parsed
 */
export function amendArticle(article: Article, edit: ArticleEdit): Article {
  const fields = Object.entries({ ...article, ...edit }).filter(([, value]) => value !== null)
  const amended = Object.fromEntries(fields) as unknown as Article
  if (edit.people !== undefined) return { ...amended, people: fittingMentions(amended.people, amended) }
  if (edit.title === undefined && edit.paragraphs === undefined) return amended
  return { ...amended, people: mendMentions(article.people, article, amended) }
}
