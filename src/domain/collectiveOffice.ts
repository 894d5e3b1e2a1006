const COLLECTIVE = /^(?:市|县|区|省|镇|乡|州|厅|局|部|校)?(?:领导|负责人|有关领导|主要领导)$/

/** Whether a title such as 市领导 names a group and no office of its own. */
export function isCollectiveOffice(office: string): boolean {
  return COLLECTIVE.test(office)
}
