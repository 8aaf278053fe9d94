/**
 * Words that turn up in talk about anything, beyond those of `frames.ts`: one of them shared with an entry is no sign
 * that the entry is asked for. Self-made, from what everybody says; names of things that groups have entries about
 * (card, ticket, book, password …) stay out.
 */
import { weightOf } from './frames.ts'
import { stem } from './stem.ts'

const everyday: ReadonlySet<string> = new Set(
  (
    'point miss tool idea matter mean meaning sense case line word name story talk speak answer explain understand guess hope ' +
    'believe feel feeling seem sound remember forget learn teach read write watch listen hear play move sit stand ' +
    'wait stay leave bring carry hold turn pull push pick choose drop fall break fix build cut hit throw catch win lose beat ' +
    'worth follow lead pass miss reach touch check ' +
    'happy sad sorry glad nice fine great cool awesome amazing terrible awful crazy weird strange funny stupid smart clever silly ' +
    'simple difficult different similar special normal usual common rare real true false correct exact clear obvious certain ' +
    'main major minor basic general important useful useless necessary ready able busy alone together apart extra other else ' +
    'early late later recent former ancient young final final previous following entire empty full half double single several few ' +
    'high low deep wide narrow thick thin heavy dark bright warm wet dry clean dirty quiet loud dangerous ' +
    'left right top bottom middle center front behind above below inside outside near far away around across along ' +
    'wall floor world area space ground state friend family guy girl boy ' +
    'woman women brother sister wife husband hand eye face heart mind life death ' +
    'second moment ' +
    'hour while ago forever always never often sometimes usually rarely probably maybe perhaps definitely certainly absolutely ' +
    'exactly basically literally seriously honestly simply nearly almost enough least rather quite pretty instead otherwise however ' +
    'though although unless whether besides anyway somehow somewhere everywhere nowhere nobody everybody anybody somebody ' +
    'two three four five six seven eight nine ten hundred thousand million zero third fourth once twice dozen pair couple bunch ' +
    'group member someone folk folks everyone fun joke ' +
    'piece bit chunk stuff rule fact truth reason cause result effect change difference choice decision ' +
    'goal purpose attempt effort chance luck risk danger trouble fault mistake care attention ' +
    'subject topic example instance sort sample copy version form shape degree force ' +
    'sent given gave took taken came went gone done made said told asked saw seen knew known thought felt kept left put ' +
    'setup option default way note hint tip comment advice suggestion experience knowledge skill practice ' +
    'close near begin finish continue stop quit exit repeat retry contain consist ' +
    'appear exist occur depend belong require prefer expect decide agree refuse admit allow avoid prevent cover hide ' +
    'offer suggest recommend mention describe discuss argue complain apologize thank greet welcome ' +
    'deal handle own belong measure weigh compare match fit suit mix separate divide cross ' +
    'dead alive dumb lame fair proper perfect ideal wonderful lovely beautiful ugly fresh fake'
  )
    .split(' ')
    .map(stem),
)

/** The same in Chinese. */
const everydayChinese: ReadonlySet<string> = new Set(
  (
    '一起 一块 一样 上班 下班 上课 下课 工作 休息 好玩 玩 吃 喝 看 走 睡 睡觉 起床 回家 回去 回来 出去 出来 进去 过去 过来 起来 手机 电脑 男人 女人 男生 女生 老婆 老公 ' +
    '孩子 朋友 同学 同事 老师 喜欢 爱 不想 我想 想去 一起去 一起吃 觉得 学习 学 生活 心情 开心 高兴 难过 晚上 早上 上午 下午 中午 昨天 今晚 后天 周末 星期 天气 钱 好吃 好看 好听 漂亮 ' +
    '名字 电话 消息 短信 图片 照片 视频 音乐 歌 电影 电视 衣服 鞋 车 路 房子 家 家里 饭 菜 水 酒 药 书 票 床 门 眼睛 头 手 脚 脸 嘴 身体 时间 小时 分钟 每天 天天 以前 以后 ' +
    '最近 现在 马上 一直 经常 永远 突然 终于 其实 可能 应该 一定 肯定 当然 真的 世界 社会 国家 城市 学校 公司 单位 办公室 宿舍 外面 里面 上面 下面 旁边 附近 地方 ' +
    '第一 第二 一次 两个 几个 很多 许多 好多 一点 有点 全部 别的 其他 别人 有人 自己 大人 小孩 儿子 女儿 爸爸 妈妈 哥哥 姐姐 弟弟 妹妹 哥 姐 弟 妹 爸 妈 ' +
    '快 慢 多 少 早 晚 远 近 难 容易 简单 麻烦 忙 累 困 饿 冷 热 疼 痛 舒服 生气 害怕 担心 后悔 知道 明白 懂 忘 忘记 记得 记住 认识 相信 希望 打算 准备 决定 同意 ' +
    '等 找 带 拿 送 借 还 买 卖 穿 戴 坐 站 跑 飞 开 关 来 去 回 到 走 住 用 做 写 读 听 讲 说话 聊天 见面 见 遇到 碰到 发现 看见 听说 出现 变 变成 成为 继续 结束 完 完了 好了 行 算'
  ).split(' '),
)

/** How much one shared word says of the topic: 1 for its name, half for an everyday word, nothing for the commonest. */
export const tellingOf = (word: string): number => {
  if (weightOf(word) < 1 || /^\d+$/.test(word)) return 0
  return everyday.has(word) || everydayChinese.has(word) ? 0.5 : 1
}
