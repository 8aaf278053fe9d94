/**
 * Words that ask for the same thing in any community's questions. General ones only: a community's own words belong in
 * the alternatives of its entries. Written by hand; a word may stand in several groups.
 */
import { stem } from './stem.ts'
import { listMatcher } from './words.ts'

const english: readonly string[] = [
  'change edit modify update alter correct switch',
  'cancel revert undo revoke stop',
  'close delete remove deactivate terminate',
  'start activate enable open begin',
  'join enter register signup enroll',
  'get obtain acquire receive',
  'buy purchase order',
  'pay payment',
  'price cost fee charge expense rate',
  'refund reimburse reimbursement',
  'money cash fund funds',
  'lose lost missing misplace disappear vanish',
  'steal theft thief',
  'arrive come delivery deliver ship shipping',
  'late delay delayed slow wait waiting pending',
  'fail decline declined reject rejected refuse deny denied unsuccessful',
  'broken malfunction wrong problem issue error trouble fault',
  'block freeze frozen lock locked suspend hold restrict',
  'limit maximum max cap restriction minimum',
  'trip travel vacation holiday journey',
  'flight plane airplane airline',
  'luggage baggage bag suitcase',
  'pin passcode password code',
  'phone mobile cell telephone',
  'address location place where',
  'verify confirm prove validate authenticate identify identity',
  'transfer move send wire',
  'topup deposit add',
  'withdraw withdrawal atm',
  'recognise recognize unknown unfamiliar unauthorized suspicious fraud fraudulent',
  'twice double duplicate',
  'bill invoice statement',
  'due deadline date',
  'balance amount total',
  'need require required want',
  'help support assist assistance contact reach',
  'show see view display check look find',
  'time long when hour',
  'far distance mile',
  'weather rain sunny forecast temperature',
  'exchange convert conversion currency',
  'repair fix mend',
  'schedule appointment book reserve reservation',
  'rule regulation guideline policy',
  'admin moderator mod staff',
  'points score credits coins',
  'redeem exchange claim',
  'prize gift reward',
  'link url website site',
  'group chat server channel community',
  'invite invitation referral',
  'name nickname username',
  'account profile',
  'picture photo image avatar',
  'course class lesson',
  'event activity meetup',
  'download install',
  'record replay recording',
  'material file document resource',
  'size measurement',
  'genuine original authentic real fake',
  'expire expiry expiration',
  'return send back',
  'job work hiring',
  'certificate badge',
]
const chinese: readonly string[] = [
  '修改 更改 更换 变更 改成 换成 改 换 调整 更新',
  '取消 撤销 撤回 撤掉 作废 不想要 不要了',
  '关闭 注销 停用 关掉 关了 销户 删除 删掉 解除 去掉',
  '开通 启用 激活 开启 打开 开起',
  '登录 登陆 登入 登不上 登不了 上不去 登',
  '密码 口令 暗号',
  '手机 电话 号码 手机号',
  '申请 办理 办 提交',
  '查询 查看 查 看看 在哪看 看到 看',
  '失败 不成功 没成功 不了 不行 不能 无法 没法 用不了',
  '不通过 没通过 未通过 被拒 拒绝 审批不过 不过',
  '没有 不见 消失 找不到 看不到 没看到 没了 看不见 不显示',
  '多久 多长时间 几天 什么时候 何时 几点 几时 时候 时间 哪天 多长',
  '多少钱 价格 收费 费用 价钱 贵 要钱 花费 手续费',
  '退款 退钱 退货 退回 返还',
  '提现 取现 取出 取款 取钱 提出来',
  '到账 到帐 收到 入账 没到 到了',
  '还款 还钱 还 扣款 扣 还清 还上 归还',
  '借款 借钱 贷款 借 贷 放款 借贷 下款',
  '利息 利率 日息 月息 年利率',
  '额度 限额 上限 最多 最高 最少 最低',
  '逾期 过期 超期 超时 到期',
  '银行卡 卡 储蓄卡 信用卡',
  '客服 人工 联系 工作人员 管理员 群主 管理',
  '来电 打电话 回电 拨打 接电话 接到',
  '账号 帐号 账户 帐户 户',
  '绑定 关联 添加 绑 绑卡 加',
  '签到 打卡',
  '积分 点数 分数',
  '兑换 换取 领取 领 换',
  '礼品 奖品 礼物 奖励 福利',
  '群规 规则 规定 规矩 要求',
  '进群 加群 入群 加入 进来',
  '退群 退出 离开 退',
  '禁言 封号 封禁 被封 踢 冻结',
  '报名 参加 参与 登记 注册',
  '活动 聚会 线下',
  '直播 开播 上课 课程 讲座',
  '回放 重播 录像 录播 录屏',
  '资料 课件 文件 文档 笔记 讲义 书单',
  '链接 网址 网站 地址 入口',
  '邀请 拉人 推荐 介绍',
  '抽奖 中奖 开奖',
  '下载 安装 装',
  '名字 昵称 改名 名称 用户名 名片 叫什么',
  '头像 照片 图片 相片 图',
  '发货 快递 物流 送货 配送 寄',
  '优惠券 优惠 折扣 打折 满减',
  '会员 vip 等级',
  '发票 收据 开票',
  '买 购买 下单 购 订购',
  '卖 出售 转让',
  '原因 为什么 为何 为啥 怎么回事 咋回事 什么原因',
  '怎么 如何 怎样 咋 怎么样才能 咋样 怎么办',
  '哪里 哪儿 什么地方 在哪 哪边 哪',
  '可以 能 能不能 可不可以 行不行 能否 可否 是否',
  '好看 漂亮 美丽',
  '好吃 美味 好喝',
  '推荐 介绍 有什么好 有哪些',
  '喜欢 爱 喜爱',
  '治疗 治 医 怎么治',
  '减肥 瘦 减掉',
  '厉害 严重 利害',
  '开始 起 开头',
  '结束 完 截止',
  '安全 靠谱 可靠 骗',
  '学习 学 读书',
  '工作 上班 职业',
  '电脑 计算机',
  '意思 含义 什么意思 解释',
  '区别 不同 差别',
  '主题曲 插曲 歌曲 歌',
]

const byStem: ReadonlyMap<string, readonly string[]> = (() => {
  const groups = new Map<string, string[]>()
  for (const [index, group] of english.entries()) {
    for (const word of new Set(group.split(' ').map(stem)))
      groups.set(word, [...(groups.get(word) ?? []), `~e${index}`])
  }
  return groups
})()
const chineseWords = chinese.flatMap((group, index) => group.split(' ').map((word) => ({ word, group: `~z${index}` })))
const matcher = listMatcher(chineseWords.map(({ word }) => word))

/** The groups an English stem belongs to. */
export const groupsOf = (word: string): readonly string[] => byStem.get(word) ?? []

/** The groups whose words a Chinese text holds; a word within a longer one that is listed does not count. */
export function groupsIn(text: string): string[] {
  const found = matcher.find(text)
  const whole = found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          other.start <= one.start &&
          other.end >= one.end &&
          other.end - other.start > one.end - one.start,
      ),
  )
  return [...new Set(whole.map(({ index }) => chineseWords[index]?.group ?? ''))]
}
