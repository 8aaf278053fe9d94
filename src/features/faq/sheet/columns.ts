/** What owners call the columns of their sheets, in either language. */

export const columnNames = [
  'id',
  'question',
  'question.zh',
  'question.en',
  'alternatives',
  'answer',
  'answer.zh',
  'answer.en',
  'keywords',
  'links',
  'command',
  'after',
  'groups',
  'from',
  'until',
  'checked',
  'note',
] as const
export type Column = (typeof columnNames)[number]

const words: Readonly<Record<Column, readonly string[]>> = {
  id: ['id', 'key', 'slug', '编号', '标识', '序号id'],
  question: ['question', 'questions', 'q', 'title', 'query', 'faq', '问题', '标准问', '标准问题', '标题', '问', '提问'],
  'question.zh': [
    'questionzh',
    'questioncn',
    'questionchinese',
    'zhquestion',
    'chinesequestion',
    '中文问题',
    '问题中文',
  ],
  'question.en': ['questionen', 'questionenglish', 'enquestion', 'englishquestion', '英文问题', '问题英文'],
  alternatives: [
    'alternatives',
    'alternative',
    'alternatequestions',
    'variants',
    'synonyms',
    'similarquestions',
    'otherwordings',
    '相似问',
    '相似问题',
    '相似问法',
    '其他问法',
    '别的问法',
    '问法',
    '扩展问',
    '同义问',
  ],
  answer: ['answer', 'answers', 'a', 'reply', 'response', 'content', '答案', '回答', '答', '回复', '内容', '解答'],
  'answer.zh': [
    'answerzh',
    'answercn',
    'answerchinese',
    'zhanswer',
    'chineseanswer',
    '中文答案',
    '答案中文',
    '中文回答',
  ],
  'answer.en': ['answeren', 'answerenglish', 'enanswer', 'englishanswer', '英文答案', '答案英文', '英文回答'],
  keywords: ['keywords', 'keyword', 'tags', 'tag', '关键词', '关键字', '标签'],
  links: ['links', 'link', 'url', 'urls', '链接', '网址'],
  command: ['command', '命令', '指令'],
  after: ['after', 'followupto', '接在', '追问', '上一问'],
  groups: ['groups', 'group', '群', '适用群'],
  from: ['from', 'validfrom', 'start', '开始', '开始日期', '生效', '生效日期'],
  until: ['until', 'validuntil', 'end', 'expires', '结束', '结束日期', '截止', '截止日期', '失效日期', '有效期至'],
  checked: ['checked', 'lastchecked', 'reviewed', 'lastreviewed', '核对', '核对日期', '上次核对'],
  note: ['note', 'notes', 'comment', 'remark', '备注', '说明'],
}
const known = new Map(Object.entries(words).flatMap(([column, some]) => some.map((word) => [word, column as Column])))

/** "Question (EN)", "问题（英文）", "相似问 2": letters are what counts; undefined where it is no column of ours. */
export function columnOf(header: string): Column | undefined {
  const plain = header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
  return known.get(plain) ?? known.get(plain.replace(/\d+$/, ''))
}
