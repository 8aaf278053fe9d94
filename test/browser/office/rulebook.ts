/** The rulebook of the house that the office is looked at in. */
export const sections = {
  // A contact id is enough for staff to be asked.
  moderation: { contact: { baited: 0.6 }, newcomers: { score: 0.1 } },
  faq: {
    keepText: true,
    entries: [
      {
        id: 'meetup',
        question: { zh: '下次聚会是什么时候？', en: 'When is the next meetup?' },
        answer: {
          zh: '每隔一周的周六 15:00，在南山书店二楼。',
          en: 'Every second Saturday at 15:00, at the bookshop.',
        },
      },
    ],
  },
  schedule: {
    posts: [
      {
        id: 'evening',
        name: { zh: '晚间一页', en: 'A page in the evening' },
        cron: '0 20 * * *',
        text: { zh: '今晚读到第几页了？', en: 'Which page are you on tonight?' },
      },
      {
        id: 'week',
        name: { zh: '本周共读', en: 'Reading of the week' },
        cron: '0 9 * * 1',
        text: { zh: '这周我们读第四章。', en: 'This week we read chapter four.' },
      },
    ],
  },
}
