import { useEventListener } from '@vueuse/core'
import { shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Passage, PassagePlace } from '../../domain/passage'

/** A passage that is selected now, and where it stands in the window. */
export interface SelectedPassage extends Passage {
  readonly box: {
    readonly top: number
    readonly bottom: number
    readonly left: number
    readonly width: number
  }
}

/** Where a point of the document is in the texts of an article; `null` when it is in none. */
function placeOf(room: HTMLElement, node: Node, offset: number): PassagePlace | null {
  const element = node instanceof Element ? node : node.parentElement
  const paragraph = element?.closest('[data-testid="article-body"] > p, [data-testid="article-title"]')
  if (!(paragraph instanceof HTMLElement) || !room.contains(paragraph)) return null
  const before = document.createRange()
  before.selectNodeContents(paragraph)
  before.setEnd(node, offset)
  const number = paragraph.matches('h1')
    ? -1
    : [...(paragraph.parentElement?.children ?? [])].indexOf(paragraph)
  return [number, before.toString().length]
}

function textsOf(room: HTMLElement): readonly HTMLElement[] {
  return [...room.querySelectorAll<HTMLElement>('[data-testid="article-body"] > p')]
}

/** What is selected between two places, from the texts themselves. */
function textBetween(room: HTMLElement, start: PassagePlace, end: PassagePlace): string {
  const title = room.querySelector<HTMLElement>('[data-testid="article-title"]')?.textContent ?? ''
  const texts = [title, ...textsOf(room).map(({ textContent }) => textContent)]
  return texts
    .slice(start[0] + 1, end[0] + 2)
    .map((text, place, all) =>
      text.slice(place === 0 ? start[1] : 0, place === all.length - 1 ? end[1] : text.length),
    )
    .join('\n')
}

function passageOf(room: HTMLElement, range: Range): SelectedPassage | null {
  const start = placeOf(room, range.startContainer, range.startOffset)
  const end = placeOf(room, range.endContainer, range.endOffset)
  if (start === null || end === null) return null
  const text = textBetween(room, start, end)
  if (text.trim() === '') return null
  const { top, bottom, left, width } = range.getBoundingClientRect()
  return { text, start, end, box: { top, bottom, left, width } }
}

/** What is selected in the title and the paragraphs of the article in a room; `null` when nothing is, or more than these. */
export function useSelectedPassage(
  room: Readonly<Ref<HTMLElement | null>>,
): Readonly<ShallowRef<SelectedPassage | null>> {
  const passage = shallowRef<SelectedPassage | null>(null)
  function look(): void {
    const selection = document.getSelection()
    const isSelected = selection !== null && selection.rangeCount > 0 && !selection.isCollapsed
    passage.value = isSelected && room.value !== null ? passageOf(room.value, selection.getRangeAt(0)) : null
  }
  useEventListener(document, 'selectionchange', look)
  // A passage stays where it is, and the window moves.
  useEventListener(window, ['scroll', 'resize'], look, { capture: true, passive: true })
  look()
  return passage
}
