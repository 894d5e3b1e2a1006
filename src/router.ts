import { createRouter, createWebHashHistory, type Router } from 'vue-router'
import ArchivePage from './pages/ArchivePage.vue'

/** The pages by their addresses; `meta.section` names the page of the bar that a page belongs to. Hash addresses work on any static host and under any path. */
export function createAppRouter(): Router {
  return createRouter({
    history: createWebHashHistory(),
    routes: [
      { path: '/', name: 'search', component: ArchivePage, props: { articleId: null } },
      {
        path: '/article/:id',
        name: 'article',
        component: ArchivePage,
        props: ({ params }) => ({ articleId: params['id'] }),
      },
      { path: '/import', name: 'import', component: () => import('./pages/ImportPage.vue') },
      { path: '/doubtful', name: 'doubtful', component: () => import('./pages/DoubtfulPage.vue') },
      { path: '/changes', name: 'changes', component: () => import('./pages/ChangesPage.vue') },
      { path: '/people', name: 'people', component: () => import('./pages/PeoplePage.vue') },
      {
        path: '/people/desk',
        name: 'identity',
        component: () => import('./pages/IdentityPage.vue'),
        meta: { section: 'people' },
      },
      {
        path: '/people/:name',
        name: 'person',
        component: () => import('./pages/PersonPage.vue'),
        meta: { section: 'people' },
        props: ({ params }) => ({ name: params['name'] }),
      },
      {
        path: '/offices/:office',
        name: 'office',
        component: () => import('./pages/OfficePage.vue'),
        meta: { section: 'people' },
        props: ({ params }) => ({ office: params['office'] }),
      },
      { path: '/collections', name: 'collections', component: () => import('./pages/CollectionsPage.vue') },
      { path: '/terms', name: 'terms', component: () => import('./pages/TermsPage.vue') },
      {
        path: '/terms/:term',
        name: 'term',
        component: () => import('./pages/TermPage.vue'),
        meta: { section: 'terms' },
        props: ({ params }) => ({ term: params['term'] }),
      },
      {
        path: '/trends',
        name: 'trends',
        component: () => import('./pages/TrendsPage.vue'),
        meta: { section: 'terms' },
      },
      { path: '/kept', name: 'kept', component: () => import('./pages/KeptPage.vue') },
      { path: '/backup', name: 'backup', component: () => import('./pages/BackupPage.vue') },
      { path: '/projects', name: 'projects', component: () => import('./pages/ProjectsPage.vue') },
      {
        path: '/projects/:projectId',
        name: 'project',
        component: () => import('./pages/ProjectPage.vue'),
        meta: { section: 'projects' },
        props: ({ params, query }) => ({
          projectId: params['projectId'],
          work: query['view'] === 'chronicle' ? 'chronicle' : 'compilation',
        }),
      },
      { path: '/more', name: 'more', component: () => import('./pages/MorePage.vue') },
      { path: '/settings', name: 'settings', component: () => import('./pages/SettingsPage.vue') },
      { path: '/about', name: 'about', component: () => import('./pages/AboutPage.vue') },
      {
        path: '/:path(.*)*',
        name: 'missing',
        component: () => import('./pages/NotFoundPage.vue'),
        props: ({ path }) => ({ path }),
      },
    ],
  })
}
