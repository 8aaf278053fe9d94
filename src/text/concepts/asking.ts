/** What may be wanted of anything: seeing, getting, knowing why, being able to. */
export const asking = `
get: get obtain acquire receive have gain earn grab request collect get_hold | 获得 得到 拿到 获取 领 拿 领取 弄到 搞到 收到
view: view see show display check look find look_at review read monitor find_out access | 查看 查询 查 看 看看 看到 显示 在哪看 查到 浏览 查一下
invisible: not_show not_showing cant_see dont_see doesnt_show not_appear not_visible not_appearing cannot_see not_display disappear missing hidden not_there isnt_there wont_show | 看不到 不显示 没显示 看不见 没有 找不到 不见了 没了 消失 查不到 不出现 没看到
use: use using utilize usable apply work_with usage used operate make_use | 使用 用 怎么用 用法 操作 能用 玩法
work: work works working function functioning operate run functional | 能用 工作 运行 好使 起作用 有效
accept: accept accepted take support supported compatible allow honor work_with | 接受 支持 认 收 兼容 可用 能用
possible: possible able can could option way allowed permit | 可以 能 能不能 可不可以 行不行 能否 可否 可行 是否可以
want: want need like wish would_like require wanna looking_for | 想 要 想要 需要 求 希望
why: why reason how_come cause what_causes what_is_the_reason | 为什么 为何 为啥 原因 怎么回事 什么原因 咋回事 怎么会 凭什么 干嘛 为毛
how: how way method process procedure steps instruction guide tutorial how_to what_is_the_process | 怎么 如何 怎样 咋 方法 步骤 流程 办法 怎么样才能 教程 攻略 咋样 怎么弄
whatdo: what_to_do what_do_i_do what_should_i_do what_can_i_do next_step next_steps | 怎么办 咋办 怎么处理 怎么解决 如何处理 该怎么做 咋整 咋弄
who: who whom whose which_person | 谁 哪位 什么人 哪个人
what: what which | 什么 哪个 哪些 啥 哪种 哪款
need: need require requirement required necessary must have_to should mandatory compulsory | 需要 必须 要求 一定要 要不要 用不用 需不需要 得
difference: difference different differ distinguish distinction versus compare | 区别 不同 差别 差异 不一样 分别
count: how_many number amount count quantity several | 多少 几个 几次 数量 几张 几条 几
again: again another second more extra additional re once_more additional_one new one_more spare | 再 重新 再次 还能再 另外 又 额外 第二 重 多
other: other another different else alternative various | 其他 其它 别的 另外 另一个 另外的 换一个
all: all every each entire everything whole full everywhere anywhere | 全部 所有 都 每个 整个 全 一次性
first: first initial begin new beginning | 第一 首次 第一次 首 最初 刚
last: last final latest previous recent end | 最后 上次 最近 末 最新 结束
finish: finish end complete done over completed finished conclude | 结束 完成 完 截止 完了 完毕 结局
before: before prior previously earlier ago used_to previous | 之前 以前 前 原来 先前 本来 原先
after: after later afterwards then next following once | 之后 以后 后 然后 接下来 完了
now: now currently right_now at_the_moment today immediately present | 现在 目前 当前 今天 此刻 眼下
wait: wait waiting take long patient hold_on await awaiting waited | 等 等待 等了 等多久 久等 排队
send: send sent give deliver submit forward post mail | 发 发送 寄 送 给 提交 发给 传
receive: receive get received accept collect incoming got | 收到 接收 收 接到 拿到 领到 到手
give: give provide offer grant supply hand | 给 提供 给予 发放 送
make: make create build generate do produce set_up establish | 做 制作 创建 建 生成 弄 搞 建立 新建 做出
open: open unlock opening launch start | 打开 开 开启 启动 点开
close: close shut closing lock turn_off | 关闭 关 关掉 合上 收起
find: find locate search seek discover where_is look_for | 找 找到 寻找 查找 搜 在哪
keep: keep store save hold preserve retain stay | 保存 保留 留 存 收藏 保持
share: share forward repost pass_on send_to | 分享 转发 共享 分给
help: help assist assistance support aid guide hand | 帮 帮助 帮忙 协助 求助 救
tell: tell say inform explain describe let_know | 告诉 说 讲 说明 解释 介绍 通知
choose: choose choice select pick option prefer decide | 选 选择 挑 选哪个 选项
type: type kind sort category variety style class what_kind | 类型 种类 种 类别 款式 分类 哪种
good: good best great better excellent nice top favorite | 好 最好 不错 优秀 好的 好用 哪个好
bad: bad worse poor terrible awful worst horrible | 差 不好 坏 糟糕 烂 最差
beautiful: beautiful pretty lovely handsome nice_looking | 好看 漂亮 美丽 美 帅
many: many lot lots much numerous plenty several multiple | 多 很多 许多 好多 大量
little: few little less small tiny some | 少 小 一点 少量
same: same identical equal alike similar | 一样 相同 同样 同一 类似 差不多
correct: correct right proper accurate valid | 对 正确 准确 没错
wrong: wrong incorrect mistake error mistaken false invalid by_mistake accidentally | 错 错误 不对 弄错 搞错 输错 填错 误 有误 写错
fast: fast quick quickly soon speed rapid speedy express faster rush | 快 迅速 尽快 加急 快速 速度 加快
number: number digit numeral no | 号 号码 编号 数字 数 序号
trouble: trouble problem issue difficulty matter wrong concern what_happened | 问题 麻烦 毛病 怎么了 出问题 状况
sure: sure certain confirm guarantee guaranteed definitely really | 确定 肯定 一定 保证 真的
allow: allow permit let may can_i am_i_allowed permissible | 允许 让 准 可以 能带 许可
ownself: myself by_myself own self on_my_own | 自己 亲自 自行 本人 手动
repeat: repeat repeatedly keep_asking over_and_over keeps again_and_again | 重复 一直 不停 反复 老是 总是 多次 不断
negation: not never no cannot | 不 没 没有 未 别 无 不能 没法 无法 不会
enough: enough sufficient adequate insufficient not_enough lack | 够 足够 充足 不够 不足 缺
like: similar such_as like alike kind_of | 类似 像 一样 差不多
`
