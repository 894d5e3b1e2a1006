import {
  SHARE_FIELDS,
  SHARED_CLIPPINGS_CACHE,
  SHARED_NAME_HEADER,
  sharedText,
} from '../domain/sharedClippings'

function textOf(form: FormData, field: string): string {
  const value = form.get(field)
  return typeof value === 'string' ? value : ''
}

/**
 * Keeps what another app shares until the import page takes it, and leads there. A share that cannot be read or kept
 * leads there all the same, where nothing is lost but the share.
 *
 * @param importAddress where the import page is, absolute
 * @param storage where it is kept
 * @param name a name that no other share has
 */
export async function keepShare(
  request: Request,
  importAddress: string,
  storage: CacheStorage,
  name: string,
): Promise<Response> {
  try {
    const form = await request.formData()
    const cache = await storage.open(SHARED_CLIPPINGS_CACHE)
    const address = (number: number): string =>
      new URL(`shared/${name}/${String(number)}`, importAddress).href
    const files = form.getAll(SHARE_FIELDS.files).filter((file) => file instanceof File)
    for (const [number, file] of files.entries()) {
      const headers = { [SHARED_NAME_HEADER]: encodeURIComponent(file.name) }
      await cache.put(address(number), new Response(file, { headers }))
    }
    const text = sharedText(
      textOf(form, SHARE_FIELDS.title),
      textOf(form, SHARE_FIELDS.text),
      textOf(form, SHARE_FIELDS.url),
    )
    // Beside files a text is what the other app says about them.
    if (text !== '' && files.length === 0) await cache.put(address(0), new Response(text))
  } catch {
    // The page opens without it; the other app still has what was shared.
  }
  return Response.redirect(importAddress, 303)
}
