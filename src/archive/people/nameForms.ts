import type { Article } from '../../domain/article'
import type { Counted } from '../../domain/peopleRecord'

/** How articles write a person: each form once an article, the most frequent first; none where no place is noted. */
export function nameForms(
  articles: readonly Pick<Article, 'title' | 'paragraphs' | 'people'>[],
  name: string,
): readonly Counted[] {
  const counts = new Map<string, number>()
  for (const { title, paragraphs, people } of articles) {
    const mentions = people
      .filter((person) => person.name === name)
      .flatMap((person) => person.mentions ?? [])
    const forms = mentions.map(([paragraph, start, end]) =>
      (paragraph === -1 ? title : (paragraphs[paragraph] ?? '')).slice(start, end).replaceAll(/\s+/gu, ''),
    )
    for (const form of new Set(forms)) if (form !== '') counts.set(form, (counts.get(form) ?? 0) + 1)
  }
  return [...counts]
    .map(([form, count]) => ({ name: form, articles: count }))
    .sort((a, b) => b.articles - a.articles)
}
