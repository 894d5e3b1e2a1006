import type { Article, PersonInArticle } from '../../domain/article'
import { canonicalJson } from '../../domain/canonicalJson'
import type { Patch } from '../../domain/decision'
import { officeKey } from '../../domain/officeName'
import { nameOfPerson } from '../../domain/personValue'
import { formsIn, type DecisionRules } from './decisionRules'
import { freePlacesOf, joinEntries, placesOf } from './nameMentions'
import { isAmong, isMeant } from './splitCondition'

/** An article whose people are as it was decided. */
export interface DecidedArticle {
  readonly article: Article
  /** Names of the people who were taken out, as they were called then. */
  readonly hidden: readonly string[]
}

const NOBODY: readonly string[] = []

/** The same person under another name; where the article does not say where the name stands, it does from now on. */
function renamed(person: PersonInArticle, name: string, article: Article): PersonInArticle {
  if (person.mentions !== undefined) return { ...person, name }
  const mentions = placesOf(nameOfPerson(person.name), article)
  return mentions.length === 0 ? { ...person, name } : { ...person, name, mentions }
}

function withMentions(
  person: PersonInArticle,
  writing: string,
  article: Article,
  people: readonly PersonInArticle[],
): PersonInArticle {
  const mentions = freePlacesOf(writing, article, people)
  if (mentions.length === 0) return person
  const own = person.mentions ?? placesOf(nameOfPerson(person.name), article)
  return joinEntries({ ...person, mentions: own }, { name: person.name, offices: [], mentions })
}

/** Who is named by a text that was not taken for a name before; nobody where it is only a part of other names. */
function missedPerson(
  { name, form }: Extract<Patch, { readonly kind: 'missed' }>,
  article: Article,
  people: readonly PersonInArticle[],
): PersonInArticle | null {
  const mentions = freePlacesOf(form, article, people)
  const isAbove = [article.kicker, article.subtitle].some((text) => text?.includes(form) === true)
  if (mentions.length === 0 && !isAbove) return null
  return { name, offices: [], confidence: 'certain', mentions }
}

function withOffice(
  person: PersonInArticle,
  { office, to }: Extract<Patch, { readonly kind: 'office' }>,
): PersonInArticle {
  const isIt = (written: string, jurisdiction: string | null): boolean =>
    written === office || officeKey(written, jurisdiction) === office
  const { officeMentions } = person
  const offices = person.offices.flatMap((one) => {
    const mentions = (officeMentions ?? []).filter((mention) => mention.office === one)
    const isAnyIt = isIt(one, null) || mentions.some((mention) => isIt(one, mention.jurisdiction))
    const isAnyElse = !isIt(one, null) && mentions.some((mention) => !isIt(one, mention.jurisdiction))
    return [...(isAnyIt && !isAnyElse ? [] : [one]), ...(isAnyIt && to !== null ? [to] : [])]
  })
  return {
    ...person,
    offices: [...new Set(offices)],
    ...(officeMentions === undefined
      ? {}
      : {
          officeMentions: officeMentions.flatMap((mention) => {
            if (!isIt(mention.office, mention.jurisdiction)) return [mention]
            return to === null ? [] : [{ ...mention, office: to }]
          }),
        }),
  }
}

/** The people of an article after one more decision. */
function patched(
  people: readonly PersonInArticle[],
  patch: Patch,
  article: Article,
  hidden: string[],
  forms: ReadonlySet<string>,
): readonly PersonInArticle[] {
  const rename = (isHe: (person: PersonInArticle) => boolean, name: string): readonly PersonInArticle[] =>
    people.map((person) => (isHe(person) ? renamed(person, name, article) : person))
  const isHere = 'articles' in patch ? patch.articles === null || isAmong(article, patch.articles) : true
  if (!isHere) return people
  switch (patch.kind) {
    case 'merge':
      return rename(({ name }) => patch.names.includes(name), patch.into)
    case 'rename':
      return rename(({ name }) => name === patch.name, patch.to)
    case 'split':
      return rename((person) => person.name === patch.name && isMeant(article, person, patch.when), patch.as)
    case 'alias': {
      const named = rename(({ name }) => name === patch.alias, patch.name)
      return named.map((person) =>
        person.name === patch.name ? withMentions(person, patch.alias, article, named) : person,
      )
    }
    case 'hide':
    case 'notPerson': {
      const left = people.filter(({ name }) => name !== patch.name)
      if (left.length < people.length) hidden.push(patch.name)
      return left
    }
    case 'missed': {
      if (!forms.has(patch.form)) return people
      const person = missedPerson(patch, article, people)
      return person === null ? people : [...people, person]
    }
    case 'office':
      return people.map((person) => (person.name === patch.name ? withOffice(person, patch) : person))
    case 'distinct':
    case 'sameOffice':
    case 'distinctOffices':
      return people
  }
}

/** Each name once; what several entries say of one person is joined where the first stands. */
function joined(people: readonly PersonInArticle[]): readonly PersonInArticle[] {
  const byName = new Map<string, PersonInArticle>()
  for (const person of people) {
    const before = byName.get(person.name)
    byName.set(person.name, before === undefined ? person : joinEntries(before, person))
  }
  return [...byName.values()]
}

/**
 * An article with its people as it was decided, one decision after the other in the order of their time; the very same
 * article where none concerns it.
 */
export function decidePeople(article: Article, rules: DecisionRules): DecidedArticle {
  const { title, kicker = '', subtitle = '', paragraphs } = article
  const forms = formsIn([title, kicker, subtitle, ...paragraphs], rules.forms)
  if (forms.size === 0 && !article.people.some(({ name }) => rules.names.has(name))) {
    return { article, hidden: NOBODY }
  }
  const hidden: string[] = []
  let people = article.people
  for (const patch of rules.patches) people = patched(people, patch, article, hidden, forms)
  if (JSON.stringify(people) === JSON.stringify(article.people)) return { article, hidden }
  return { article: { ...article, people: joined(people) }, hidden }
}

/** What the index may know of people of an article, as one text: where they are named it does not know. */
export function indexedPeople(people: readonly PersonInArticle[]): string {
  return canonicalJson(people.map(({ mentions: _mentions, ...person }) => person))
}
