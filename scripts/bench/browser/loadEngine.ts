import type { SearchEngine } from './searchEngine'

type Load = () => SearchEngine | Promise<SearchEngine>

/** Each engine is a piece of code of its own, which only its worker loads. */
const ENGINES: Readonly<Record<string, () => Promise<{ readonly load: Load }>>> = {
  jianbao: () => import('./engines/jianbao'),
  'jianbao-blob': () => import('./engines/jianbaoBlob'),
  'jianbao-app': () => import('./engines/jianbaoApp'),
  minisearch: () => import('./engines/stockMiniSearch'),
  flexsearch: () => import('./engines/flexSearch'),
  orama: () => import('./engines/orama'),
  'sqlite-fts5-bigrams': () => import('./engines/sqliteBigrams'),
  'sqlite-fts5-trigram': () => import('./engines/sqliteTrigram'),
  lunr: () => import('./engines/lunrIndex'),
  fuse: () => import('./engines/fuse'),
  scan: () => import('./engines/plainScan'),
}

/** The engine of a name, its code loaded. @throws Error for an unknown name */
export async function loadEngine(name: string): Promise<SearchEngine> {
  const engine = ENGINES[name]
  if (engine === undefined) throw new Error(`There is no engine ${name}.`)
  return (await engine()).load()
}
