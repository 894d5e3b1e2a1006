import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { keepInstallOffer } from './composables/useInstallation'
import { languageFor } from './domain/preferences'
import { createInterfaceLanguage } from './locales/interfaceLanguage'
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
app.use(createPinia())
app.use(createInterfaceLanguage(languageFor(navigator.languages)))
app.use(createAppRouter())

app.mount('#app')

const store = useArchiveStore()
const appBase = new URL('./', document.baseURI).href
try {
  void store.connect(connectArchive({ appBase, bundled: __BUNDLED_COLLECTION__ }))
} catch (cause) {
  // A browser that refuses workers altogether: the page says so.
  store.fail(cause)
}
