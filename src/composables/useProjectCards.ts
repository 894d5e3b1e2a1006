import { cardContent, type Card, type CardContent } from '../domain/card'
import type { CardStanding } from '../domain/cardStanding'
import type { RecordChange } from '../domain/keptRecord'
import { movedPlaces } from '../domain/placeOrder'
import { useProjectMessages } from '../locales/useProjectMessages'
import { useRecords } from './useRecords'

/** What is done with the cards of a project; each deed can be taken back. */
export interface ProjectCards {
  readonly edit: (card: Card, changes: Partial<CardContent>) => Promise<void>
  /** Gives a card the text and the source that its article has now. */
  readonly renew: (card: Card, standing: CardStanding) => Promise<void>
  readonly remove: (card: Card) => Promise<void>
  /**
   * Puts a card before another one, at the end for `null`.
   *
   * @param ordered as they are shown
   */
  readonly move: (ordered: readonly Card[], id: string, beforeId: string | null) => Promise<void>
}

function changed(card: Card, changes: Partial<CardContent>): RecordChange {
  return { kind: 'card', id: card.id, about: card.projectId, content: { ...cardContent(card), ...changes } }
}

/** Works on the cards of a project. */
export function useProjectCards(): ProjectCards {
  const { t } = useProjectMessages()
  const { save } = useRecords('card', () => [])
  return {
    async edit(card, changes) {
      await save([changed(card, changes)], t('projects.notice.cardSaved'))
    },
    async renew(card, standing) {
      if (standing.kind === 'gone') return
      const { source } = standing
      const now =
        standing.kind === 'same' ? { source } : { source, text: standing.text, spans: standing.spans }
      await save([changed(card, now)], t('projects.notice.cardRenewed'))
    },
    async remove(card) {
      await save(
        [{ kind: 'card', id: card.id, about: card.projectId, content: null }],
        t('projects.notice.cardDeleted'),
      )
    },
    async move(ordered, id, beforeId) {
      const places = movedPlaces(ordered, id, beforeId)
      const changes = ordered.flatMap((card) => {
        const place = places.get(card.id)
        return place === undefined ? [] : [changed(card, { place })]
      })
      if (changes.length > 0) await save(changes, t('projects.notice.moved'))
    },
  }
}
