/** The words of the page that leads everywhere; their shape is the shape of every language. */
export const moreZhHans = {
  more: {
    title: '更多',
    pages: {
      kept: '书签、待读文章、存下的检索和检索历史',
      terms: '一个说法最早何时见报、每年用了多少次',
      trends: '几个说法每年用得多少，画在一张图上比较',
      collections: '现有的文库，按网址或从文件添加别的文库',
      doubtful: '把程序没有把握的项目逐篇核对一遍',
      changes: '改过、删过什么，可以逐条撤销',
      backup: '把自己做的一切存成一个文件，或从文件恢复',
      settings: '外观、正文字号、快捷键，这台设备上的存储',
      about: '怎样检索，日期怎样算，数据存在哪里',
    },
    names: { doubtful: '核对存疑', trends: '比较提法', changes: '改动记录', backup: '备份与恢复' },
  },
} as const
