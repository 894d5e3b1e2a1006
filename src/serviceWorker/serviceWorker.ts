import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { SHARE_ADDRESS } from '../domain/sharedClippings'
import { filesBesidePages } from './filesBesidePages'
import { keepShare } from './keepShare'

declare const self: ServiceWorkerGlobalScope & {
  /** Every file of the app's shell; the build writes the list here. */
  readonly __WB_MANIFEST: readonly (PrecacheEntry | string)[]
}

precacheAndRoute([...self.__WB_MANIFEST])
cleanupOutdatedCaches()

// Every address of the app is its one page; collections and other files of data are not pages.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('index.html'), {
    denylist: filesBesidePages(self.registration.scope),
  }),
)

const { scope } = self.registration
registerRoute(
  ({ url }) => url.href === new URL(SHARE_ADDRESS, scope).href,
  ({ request }) => keepShare(request, new URL('#/import', scope).href, caches, String(Date.now())),
  'POST',
)

let isFirstInstall = false

self.addEventListener('install', () => {
  isFirstInstall = self.registration.active === null
})

// The very first visit is offline-ready at once; after an update the page says when it wants to change over.
self.addEventListener('activate', (event) => {
  if (isFirstInstall) event.waitUntil(self.clients.claim())
})

self.addEventListener('message', (event) => {
  const message: unknown = event.data
  if (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === 'SKIP_WAITING'
  ) {
    void self.skipWaiting()
  }
})
