/** Whether a text is HTML: it begins as a document does, or has its tags in its beginning. */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 4000).trimStart()
  if (/^(?:<!doctype html|<html[\s>]|<\?xml[^>]{0,200}\?>\s{0,20}<(?:!doctype html|html))/i.test(head))
    return true
  const tags = head.match(
    /<\/?(?:html|head|body|div|p|br|table|tr|td|span|a|meta|title|h[1-6]|font|ul|li|script)(?:\s[^<>]{0,300})?\/?>/gi,
  )
  return (tags?.length ?? 0) >= 4 && head.startsWith('<')
}
