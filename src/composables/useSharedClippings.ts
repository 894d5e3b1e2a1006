import type { ClipInput } from '../domain/clipping'
import { SHARED_CLIPPINGS_CACHE, SHARED_NAME_HEADER } from '../domain/sharedClippings'

/** A file handle as the launch queue gives it. */
interface LaunchedFile {
  getFile(): Promise<File>
}

interface LaunchQueue {
  setConsumer(consume: (launch: { readonly files?: readonly LaunchedFile[] }) => void): void
}

async function readShare(share: Response): Promise<ClipInput> {
  const name = share.headers.get(SHARED_NAME_HEADER)
  if (name === null) return { kind: 'text', text: await share.text(), html: null }
  return { kind: 'file', name: decodeURIComponent(name), blob: await share.blob() }
}

/** Takes what another app has shared since this was last asked, in its order; each is given once. */
export async function takeShares(): Promise<readonly ClipInput[]> {
  const storage: CacheStorage | undefined = (globalThis as Partial<typeof globalThis>).caches
  if (storage === undefined || !(await storage.has(SHARED_CLIPPINGS_CACHE))) return []
  const cache = await storage.open(SHARED_CLIPPINGS_CACHE)
  const taken: ClipInput[] = []
  for (const request of await cache.keys()) {
    const share = await cache.match(request)
    // Whoever deletes it has it: two pages never take one share twice.
    if (share !== undefined && (await cache.delete(request))) taken.push(await readShare(share))
  }
  return taken
}

/** Gives what other apps share or open with this one to `receive`, now and as long as the page is there. */
export function useSharedClippings(receive: (inputs: readonly ClipInput[]) => void): void {
  const give = (inputs: readonly ClipInput[]): void => {
    if (inputs.length > 0) receive(inputs)
  }
  // A browser that keeps its caches to itself shares nothing.
  takeShares().then(give, () => undefined)
  const { launchQueue } = globalThis as { readonly launchQueue?: LaunchQueue }
  launchQueue?.setConsumer(({ files = [] }) => {
    Promise.all(files.map((handle) => handle.getFile())).then(
      (opened) => give(opened.map((file) => ({ kind: 'file', name: file.name, blob: file }))),
      () => undefined,
    )
  })
}
