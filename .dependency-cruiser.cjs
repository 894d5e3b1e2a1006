// The layers of src, as the table in ARCHITECTURE.md has them: a folder may import itself and what stands
// here under `imports`, and of npm packages what stands under `packages`; nothing else.
const layers = {
  domain: {
    imports: [],
    packages: ['valibot'],
    because: 'The rules of the subject stand on nothing, so that every layer and every tool can use them.',
  },
  text: {
    imports: ['domain'],
    packages: ['pinyin-pro'],
    because: 'Folding and tokens are the same on both sides of the index, so they know neither side.',
  },
  people: {
    imports: ['domain', 'text'],
    packages: [],
    because: 'Recognition is a function of text and weights; it runs wherever text is.',
  },
  search: {
    imports: ['domain', 'text'],
    packages: ['minisearch'],
    because: 'The index is asked for ids; names and aliases are resolved before it, in the archive.',
  },
  storage: {
    imports: ['domain'],
    packages: ['dexie'],
    because: 'The database keeps what it is given and knows nothing of how it is searched or read.',
  },
  formats: {
    imports: ['domain', 'text', 'people'],
    packages: ['papaparse', 'fflate', '@noble/hashes', 'parse5', 'saxes', 'pdfjs-dist'],
    because: 'Readers and writers of files also run in the packer, without a database or an index.',
  },
  archive: {
    imports: ['domain', 'text', 'people', 'search', 'storage', 'formats'],
    packages: [],
    because: 'What the app can do is one plain interface, without Vue and without a thread.',
  },
  worker: {
    imports: ['domain', 'archive'],
    packages: ['comlink'],
    because: 'The thread boundary passes the archive through and does nothing of its own.',
  },
  serviceWorker: {
    imports: ['domain'],
    packages: ['workbox-[^/]+'],
    because: 'It is started without a page and has to stay small.',
  },
  locales: {
    imports: [],
    packages: ['vue-i18n'],
    because: 'Messages are words; what they are about comes in as arguments.',
  },
  stores: {
    imports: ['domain', 'worker'],
    packages: ['pinia', 'vue'],
    because: 'A store has no document, no route and no words.',
  },
  composables: {
    imports: ['domain', 'worker', 'stores', 'locales'],
    packages: ['vue-router', 'vue-i18n', '@vueuse/[^/]+', 'vue'],
    because: 'The address, asynchronous state and the keyboard meet here; what is drawn is above.',
  },
  components: {
    imports: ['domain', 'locales', 'composables/stateless'],
    packages: ['reka-ui', 'd3-[^/]+', '@tanstack/vue-virtual', 'vue'],
    because: 'Props in, events out: a component knows no store, no route and no worker.',
  },
  pages: {
    imports: ['domain', 'stores', 'composables', 'components', 'locales'],
    packages: ['vue-router', 'vue'],
    because: 'A page calls composables and passes props.',
  },
}

const anyOf = (names) => `(${names.join('|')})`

const layerRules = Object.entries(layers).flatMap(([layer, { imports, packages, because }]) => [
  {
    name: `layer-${layer}`,
    comment: `${because} It may import: ${[layer, ...imports].join(', ')}.`,
    severity: 'error',
    from: { path: `^src/${layer}/` },
    to: { path: '^src/', pathNot: `^src/${anyOf([layer, ...imports])}/` },
  },
  {
    name: `packages-${layer}`,
    comment: `A package is used in the folder that owns it, so that it can be replaced there. Here: ${packages.join(', ') || 'none'}.`,
    severity: 'error',
    from: { path: `^src/${layer}/` },
    to: {
      path: '^node_modules/',
      ...(packages.length > 0 && { pathNot: `^node_modules/${anyOf(packages)}/` }),
    },
  },
])

module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: 'packed-index-alone',
      comment:
        'The packed index is for other programs too: it imports nothing outside its folder but MiniSearch.',
      severity: 'error',
      from: { path: '^src/search/packed/' },
      to: { path: '^src/', pathNot: '^src/search/packed/' },
    },
    {
      name: 'stateless-composables',
      comment: 'Components use these: through them no store, route or worker may come in.',
      severity: 'error',
      from: { path: '^src/composables/stateless/' },
      to: { path: '^src/', pathNot: '^src/(composables/stateless|domain|locales)/' },
    },
    {
      name: 'stateless-composables-packages',
      comment: 'Components use these: through them no route may come in.',
      severity: 'error',
      from: { path: '^src/composables/stateless/' },
      to: { path: '^node_modules/vue-router/' },
    },
    {
      name: 'wiring-in-main',
      comment:
        'Only main.ts wires the app together; the frame and the routes are above the thread like any page.',
      severity: 'error',
      from: { path: '^src/[^/]+\\.(ts|vue)$', pathNot: '^src/main\\.ts$' },
      to: { path: '^src/(text|people|search|storage|formats|archive|worker|serviceWorker)/' },
    },
    {
      name: 'icons-in-components',
      comment: 'Icons are drawn by components.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/components/' },
      to: { path: '^~icons/' },
    },
    {
      name: 'no-platform-in-src',
      comment: 'The app runs in a browser; what a tool needs of Node it passes in.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'src-alone',
      comment: 'The app does not depend on its tools or its tests.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(scripts|tests)/' },
    },
    {
      name: 'scripts-below-the-thread',
      comment: 'Command-line tools use the archive and what is below it, which run in Node.',
      severity: 'error',
      from: { path: '^scripts/' },
      to: { path: '^src/', pathNot: '^src/(domain|text|people|search|storage|formats|archive)/' },
    },
    {
      name: 'no-circular',
      comment: 'Of two files that need each other neither can be understood or tested alone.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing uses and that uses nothing is forgotten.',
      severity: 'error',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: [
          '\\.d\\.ts$',
          '\\.json$',
          '\\.css$',
          '^src/main\\.ts$',
          '^src/serviceWorker/serviceWorker\\.ts$',
        ],
      },
      to: {},
    },
    {
      name: 'not-to-unresolvable',
      comment: 'What cannot be found cannot be checked.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(~icons|virtual:)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|public)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
}
