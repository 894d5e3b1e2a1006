import { until } from '@vueuse/core'
import { shallowRef, type Ref } from 'vue'

/**
 * Counts from 0 to `stages` once `isReady`, each step in a task of its own, and never back. A first view that is put
 * up part by part leaves room between the parts for a key or a tap.
 */
export function useStages(isReady: Readonly<Ref<boolean>>, stages: number): Readonly<Ref<number>> {
  const stage = shallowRef(0)
  async function takeSteps(): Promise<void> {
    await until(isReady).toBe(true)
    for (stage.value = 1; stage.value < stages; stage.value += 1) await new Promise((go) => setTimeout(go))
  }
  void takeSteps()
  return stage
}
