import { texts } from '../../../src/core/texts.ts'

export const filterTexts = texts(
  {
    'left.head': '“{guild}”的 AutoMod 放不下全部内容，放不下的由掌柜自己照查：',
    'left.words': '{count} 个词超出了 AutoMod 的容量（最多 6 条关键词规则，每条 1,000 个词；服务器自己的规则也占名额）',
    'left.long': '{count} 个词太长',
    'left.allow': '{count} 个放行的网址放不下（最多 100 个，每个 60 字）',
    'left.mentions':
      '服务器里已经有一条管提及的规则，Discord 只容一条；想让掌柜来管，就在“服务器设置 → AutoMod”里删掉它',
    'left.links': '关键词规则的名额已被占满，链接与邀请没有同步；在“服务器设置 → AutoMod”里删掉一条再试',
  },
  {
    'left.head': 'AutoMod in “{guild}” has no room for everything; Innkeeper goes on checking the rest by itself:',
    'left.words':
      '{count} words are beyond what AutoMod holds (6 keyword rules of 1,000 words, the server’s own rules among them)',
    'left.long': '{count} words are too long',
    'left.allow': '{count} welcome addresses do not fit (100 at most, of 60 characters)',
    'left.mentions':
      'there is a rule about mentions already, and Discord has room for one; delete it under Server Settings → AutoMod if Innkeeper is to keep it',
    'left.links':
      'all keyword rules are taken, so that links and invitations were left out; delete one under Server Settings → AutoMod',
  },
)
