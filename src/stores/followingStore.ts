import { defineStore } from 'pinia'
import { ref } from 'vue'

/** Whether any collection that the user follows has a newer revision, as far as this device knows. */
export const useFollowingStore = defineStore('following', () => {
  const isNewerThere = ref(false)
  return { isNewerThere }
})
