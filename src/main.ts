import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { keepInstallOffer } from './composables/useInstallation'
import { keepPreferences } from './composables/usePreferences'
import { createInterfaceLanguage, createSpeaker } from './locales/interfaceLanguage'
import { createAppRouter } from './router'
import { useArchiveStore } from './stores/archiveStore'
import { connectArchive } from './worker/connectArchive'
import { trustOwnScripts } from './worker/trustOwnScripts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/page.css'
import './styles/print.css'

trustOwnScripts()
keepInstallOffer()

const app = createApp(App)
const interfaceLanguage = createInterfaceLanguage()
const speak = createSpeaker(interfaceLanguage.global)
app.use(createPinia())
app.use(interfaceLanguage)
app.use(createAppRouter())
const spoken = app.runWithContext(() => keepPreferences(speak))

const store = useArchiveStore()
const appBase = new URL('./', document.baseURI).href
try {
  void store.connect(connectArchive({ appBase, bundled: __BUNDLED_COLLECTION__ }))
} catch (cause) {
  // A browser that refuses workers altogether: the page says so.
  store.fail(cause)
}

// In a task of its own, while the archive opens in the worker, and in the language that was chosen.
setTimeout(() => {
  void spoken.then(() => app.mount('#app'))
})
