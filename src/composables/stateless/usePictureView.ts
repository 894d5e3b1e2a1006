import { useElementSize, useEventListener } from '@vueuse/core'
import { computed, nextTick, ref, watch, type ComputedRef, type Ref } from 'vue'

/** How a picture is looked at: how large, turned how far. */
export interface PictureView {
  /** Displayed pixels for one pixel of the picture. */
  readonly scale: ComputedRef<number>
  /** Quarter turns to the right, 0 to 3. */
  readonly turns: Ref<number>
  /** The room that the turned picture takes, and its own size before it is turned, in CSS pixels. */
  readonly room: ComputedRef<{ readonly width: number; readonly height: number }>
  readonly picture: ComputedRef<{ readonly width: number; readonly height: number }>
  readonly zoomBy: (factor: number) => void
  /** As wide as there is room for. */
  readonly fit: () => void
  readonly turn: (step: 1 | -1) => void
}

const SMALLEST = 0.02
const LARGEST = 8

function distance(touches: TouchList): number {
  const [one, other] = [touches[0], touches[1]]
  return one && other ? Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) : 0
}

/**
 * Looks at a picture of a size in pixels inside a box that scrolls: it is enlarged around the middle of what is seen, by
 * two fingers or by the wheel with Ctrl, and dragged by the mouse.
 */
export function usePictureView(
  box: Readonly<Ref<HTMLElement | null>>,
  size: Readonly<Ref<{ readonly width: number; readonly height: number } | null>>,
): PictureView {
  const { width: boxWidth } = useElementSize(box)
  /** `null`: as wide as there is room for. */
  const chosen = ref<number | null>(null)
  const turns = ref(0)
  const isLying = computed(() => turns.value % 2 === 1)
  const natural = computed(() => size.value ?? { width: 1, height: 1 })
  const fitting = computed(() =>
    Math.min(
      LARGEST,
      Math.max(SMALLEST, boxWidth.value / (isLying.value ? natural.value.height : natural.value.width)),
    ),
  )
  const scale = computed(() => chosen.value ?? fitting.value)
  const picture = computed(() => ({
    width: natural.value.width * scale.value,
    height: natural.value.height * scale.value,
  }))
  const room = computed(() =>
    isLying.value ? { width: picture.value.height, height: picture.value.width } : picture.value,
  )

  watch(size, () => {
    chosen.value = null
  })

  function zoomTo(next: number): void {
    const element = box.value
    const former = scale.value
    chosen.value = Math.min(LARGEST, Math.max(SMALLEST, next))
    if (element === null) return
    const ratio = chosen.value / former
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = element
    void nextTick(() => {
      element.scrollTo({
        left: (scrollLeft + clientWidth / 2) * ratio - clientWidth / 2,
        top: (scrollTop + clientHeight / 2) * ratio - clientHeight / 2,
      })
    })
  }

  useEventListener(
    box,
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      zoomTo(scale.value * Math.exp(-event.deltaY / 300))
    },
    { passive: false },
  )

  let pinch: { readonly distance: number; readonly scale: number } | null = null
  useEventListener(box, 'touchstart', ({ touches }) => {
    pinch = touches.length === 2 ? { distance: distance(touches), scale: scale.value } : null
  })
  useEventListener(
    box,
    'touchmove',
    (event) => {
      if (pinch === null || event.touches.length !== 2 || pinch.distance === 0) return
      event.preventDefault()
      zoomTo(pinch.scale * (distance(event.touches) / pinch.distance))
    },
    { passive: false },
  )

  useEventListener(box, 'pointerdown', (event) => {
    // Fingers scroll by themselves.
    if (event.pointerType !== 'mouse' || event.button !== 0 || box.value === null) return
    const element = box.value
    const begin = { x: event.clientX + element.scrollLeft, y: event.clientY + element.scrollTop }
    const drag = (moved: PointerEvent): void => {
      element.scrollTo({ left: begin.x - moved.clientX, top: begin.y - moved.clientY })
    }
    const drop = (): void => {
      element.removeEventListener('pointermove', drag)
    }
    element.setPointerCapture(event.pointerId)
    element.addEventListener('pointermove', drag)
    element.addEventListener('pointerup', drop, { once: true })
    element.addEventListener('pointercancel', drop, { once: true })
  })

  return {
    scale,
    turns,
    room,
    picture,
    zoomBy(factor) {
      zoomTo(scale.value * factor)
    },
    fit() {
      chosen.value = null
    },
    turn(step) {
      turns.value = (turns.value + step + 4) % 4
    },
  }
}
