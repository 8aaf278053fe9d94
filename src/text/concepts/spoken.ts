/** Verbs, adjectives and turns of phrase of everyday speech, colloquial ones above all. */
export const spoken = `
begin: begin start commence kick_off get_started take_off | 开始 启动 起步 着手 开头
endstop: end stop finish terminate cease conclude wrap_up | 结束 停止 终止 完结 收尾 结束了
goon: continue carry_on go_on keep_going proceed resume | 继续 接着 往下 再来 恢复
cannot: cannot cant unable not_able_to not_possible impossible not_allowed wont_let_me doesnt_let_me not_let_me | 不能 不可以 没法 无法 不了 没办法 不让 不给 不行
maypossible: can_i could_i may_i am_i_able is_it_possible is_there_a_way is_there_any_way possible any_chance feasible | 能不能 可不可以 可以吗 行不行 行吗 能否 可否 能行吗 成不成 好不好使 可以不 能不 行不
allowedto: allowed permitted am_i_allowed is_it_ok is_it_okay okay_to against_the_rules legal | 允许 让不让 准不准 给不给 能随便 违规吗 可以随便
howdo: how_do_i how_can_i how_to how_would_i how_should_i what_is_the_way ways_to steps_to procedure_for | 怎么 如何 怎样 咋 怎么弄 咋弄 怎么搞 咋整 怎么操作 怎么办理 怎么做
whatdo2: what_should_i_do what_do_i_do what_can_i_do what_now any_solution how_to_fix how_to_solve | 怎么办 咋办 咋整 怎么处理 如何处理 怎么解决 有什么办法 该怎么办 怎么破 如何解决
whyis: why how_come what_is_the_reason reason_for what_causes for_what_reason what_made | 为什么 为啥 咋回事 怎么回事 为何 什么原因 怎么会 为什么会 啥原因 咋会 什么情况 啥情况
whatis: what_is what_are meaning_of explain define what_does_it_mean stand_for | 是什么 什么是 啥是 是啥 什么意思 啥意思 指的是 是指
whentime: when what_time what_day which_day by_when how_soon what_date | 什么时候 啥时候 几时 何时 几点 几号 哪天 什么时间 多会儿 多久以后
howlong2: how_long how_much_time how_many_days how_many_hours duration takes_time how_many_minutes how_many_weeks how_fast | 多久 多长时间 几天 多少天 要多久 好久 几个小时 几分钟 几个工作日 多少时间
howmuch: how_much what_does_it_cost price_of cost_of how_expensive what_is_the_price how_many_dollars whats_the_price | 多少钱 几块 几块钱 多少元 什么价 啥价 价格 怎么卖 怎么收费 要多少钱 贵不贵 价位 几钱
howmany: how_many number_of amount_of how_much_can what_quantity | 几个 多少 多少个 几次 几张 几位 多少次 几件 多少人
wherefind: where_can_i_find where_is where_do_i_find where_to_find where_can_i where_do_i locate where_are | 在哪 在哪里 哪里 哪儿 哪里找 在什么地方 在哪儿找 去哪 上哪 去哪里 从哪 哪边 在哪看
whichone: which which_one what_kind what_type which_of | 哪个 哪一个 哪种 哪款 哪些 哪家 哪一种 哪类
whoisit: who whose which_person who_is_in_charge who_can_i_ask who_do_i | 谁 哪位 找谁 问谁 谁管 谁负责
isthere: is_there are_there do_you_have have_you_got do_u_have any_available got_any | 有没有 有吗 有无 是否有 有不有 可有 有木有
needto: do_i_need do_i_have_to must_i should_i is_it_necessary required is_it_mandatory required_to need_to | 要不要 用不用 需不需要 需要吗 是不是要 必须 必须要 非得 得不得 需要 还需要
willbe: will_it will_there will_i am_i_going_to would_it | 会不会 会吗 是否会 会不会被
wantto: i_want_to i_would_like i_wish would_love looking_to planning_to like_to hoping_to thinking_of | 我想 想要 我要 打算 准备 希望 想
dont: dont_want no_longer_want no_longer_need dont_need_anymore not_interested changed_my_mind | 不想要 不要了 不想 不需要了 不用了 不想用了 用不着
try: try attempt trying tried give_it_a_go | 试 尝试 试试 试了 试过 试一下
handle: handle deal_with process take_care_of sort_out manage arrange settle | 处理 办理 办 弄 搞 搞定 解决 操作 料理 安排
obtain: get obtain acquire get_hold_of lay_hands_on come_by receive pick_up claim grab | 获得 得到 拿到 弄到 搞到 取得 领取 领 拿 取
lookup: check look_up find_out view inquire enquire query look_at verify | 查 查询 查看 查一下 看看 看一下 查到 核对 咨询 打听
modify: change modify edit alter update amend adjust correct revise fix | 改 修改 更改 变更 改一下 换 改成 更正 更新 调整 编辑 改掉
replace2: replace swap switch change_to exchange substitute | 换 更换 换成 替换 换一个 换新 调换
remove: remove delete erase take_off take_out get_rid_of clear drop eliminate wipe | 删 删除 去掉 移除 清除 删掉 清掉 去除 取下
addto: add include insert attach put_in append | 加 添加 增加 加上 加入 放进 补充 加进去
turnon: turn_on switch_on enable activate open_up unlock set_up | 打开 开启 开通 启用 激活 开 解锁
turnoff: turn_off switch_off disable deactivate shut_off opt_out stop_getting stop_receiving | 关闭 关掉 关 停用 禁用 取消 屏蔽 退订 关了
enterkey: enter input type_in fill_in key_in put_in submit write_in | 输入 填写 填 录入 写 打字 提交
choosepick: choose pick select decide go_for opt_for | 选 选择 挑 选哪个 挑选 怎么选
showup: show appear display visible see be_seen pop_up | 显示 出现 看到 弹出 展示 看得到
cantsee: cant_see not_see not_show not_visible doesnt_appear hidden nowhere cant_find where_did_it_go not_find | 看不到 看不见 没看到 找不到 不显示 没显示 不出来 没有了 不见了 找不着
getin: get_in enter access get_into log_in come_in join | 进 进入 进去 登录 加入 进来
getout: get_out leave exit quit log_out | 退出 出来 离开 退 出去
receivenot: didnt_receive havent_received not_received never_got hasnt_arrived not_arrived still_waiting_for not_come didnt_get havent_got not_get where_is_my | 没收到 收不到 未收到 还没到 没到 没来 没拿到 还没收到 迟迟不到 怎么还没
sendout: send forward deliver dispatch mail ship hand_over | 发 寄 发送 发出 送 递 传 转发
giveback: give_back return hand_back bring_back send_back | 还 退还 归还 退回 还回去 送回
takelong: take_so_long taking_forever takes_too_long so_slow too_slow why_so_long take_ages | 这么久 这么慢 太慢 好慢 怎么这么久 等太久 还要多久 半天
wrongentry: typo misspelled misspelt spelled_wrong wrong_name wrong_information entered_wrong typed_wrong incorrect_details mistyped | 填错 写错 输错 选错 打错 弄错 错了 信息不对 填写错误
mistake: mistake accident accidentally by_accident unintentionally oops mistakenly | 不小心 误 手滑 失误 误操作 搞错 点错 按错 错手
lose: lose lost loss missing misplace cant_find dont_have_anymore no_longer_have | 丢 丢了 丢失 遗失 不见了 弄丢 没了 掉了
damagebreak: break broken damage damaged ruin ruined crack destroyed torn | 坏 坏了 损坏 弄坏 破 破了 碎 烂了 裂
notwork: not_work not_working doesnt_work wont_work stopped_working not_function out_of_order no_longer_works isnt_working | 用不了 不能用 不好使 不管用 没用 失效 不工作 失灵 使不了 没反应
strange: strange weird odd unusual suspicious unexpected abnormal | 奇怪 异常 不正常 怪 反常 诡异 不对劲
explainwhy: explain reason_behind details_about more_information more_info tell_me_more tell_me_about information_on info_about | 解释 说明 介绍 详细 具体 详情 讲讲 了解 说说
compareto: difference compare versus vs better_than differ same_as or | 区别 不同 对比 比较 差别 不一样 一样吗 还是 哪个更
betteridea: better best recommended advisable worth worthwhile worth_it should_i_get | 更好 最好 划算 值得 值不值 合算 推荐 值得买
cheap: cheap cheaper inexpensive affordable budget lower_price low_cost | 便宜 实惠 便宜点 省钱 性价比 低价 划算
expensive: expensive pricey costly overpriced too_much | 贵 太贵 好贵 贵不贵 价格高
big: big large huge bigger larger great | 大 大的 大号 更大 巨大
small: small little tiny smaller mini | 小 小的 小号 更小 迷你
long: long longer length lengthy | 长 长的 更长 长度
short: short shorter brief | 短 短的 更短
heavy: heavy weight weigh light kilo kilos kg pounds | 重 重量 多重 轻 公斤 斤
hot: hot warm heat heated temperature | 热 温 暖 热的 加热 温度 烫
cold: cold cool chilled ice iced frozen | 冷 凉 冰 冷的 冰的 冷冻
old: old used older previous former outdated | 旧 老 旧的 原来的 以前的 老的
newone: new newer brand_new fresh recent latest | 新 新的 最新 全新 新版 新出
full: full complete whole entire all | 满 完整 全 整个 全部 齐
empty: empty none nothing out_of ran_out used_up | 空 没有 用完 光 没了 用光
many2: many much lots plenty multiple several numerous | 多 很多 好多 许多 几个 多个 大量
only: only just solely merely exclusively | 只 仅 只有 只能 单独 光
oneself: myself yourself by_myself diy own | 自己 自行 亲自 本人 自助
together: together both jointly combine combined merge | 一起 一块 一同 合并 同时 一块儿 共同
separate: separate separately split apart individually divide | 分开 单独 拆分 分别 分 拆
everytime: every_time each_time always constantly all_the_time keeps_happening keep | 每次 总是 老是 一直 经常 老 天天 动不动
sometimes: sometimes occasionally now_and_then from_time_to_time | 有时 有时候 偶尔 时不时
ever: ever once_in_life before in_the_past previously | 曾经 以前 过去 从前
soonlater: soon later shortly in_the_future eventually next_time | 很快 马上 以后 将来 过几天 下次 改天
alreadydone: already done completed has_been | 已经 好了 完成 已
stillnot: still_not not_yet hasnt_yet yet still_hasnt | 还没 还未 尚未 仍然没 一直没 还没有
untilnow: so_far until_now till_now up_to_now | 到现在 至今 目前为止 一直到
today: today tonight this_morning this_evening this_afternoon | 今天 今晚 今日 当天 今早 今儿
tomorrow2: tomorrow tmr tmrw tomorrow_morning next_day | 明天 明晚 明日 第二天 次日 明儿
yesterday: yesterday last_night the_day_before | 昨天 昨晚 前天 昨儿
thisweek: this_week this_weekend next_week coming_week | 这周 本周 下周 这个星期 下星期 周内
thismonth: this_month next_month last_month monthly end_of_month | 这个月 本月 下个月 上个月 月底 月初
thisyear: this_year next_year last_year annual end_of_year | 今年 明年 去年 年底 年初
weekdays: weekday weekdays working_day working_days business_day business_days | 工作日 周一到周五 平时 平日
spring: spring_festival lunar_new_year chinese_new_year new_year_eve | 春节 过年 除夕 大年 年三十 初一
nationalday: national_day golden_week labour_day labor_day bank_holiday public_holiday christmas easter thanksgiving | 国庆 五一 十一 节假日 长假 元旦 端午 中秋 清明 法定假日
friendly: friend buddy mate pal friends bestie | 朋友 好友 哥们 闺蜜 兄弟 姐妹 小伙伴
relatives: family parents mum mom dad wife husband son daughter kid child grandma | 家人 爸妈 老婆 老公 孩子 爸爸 妈妈 儿子 女儿 家里人 老人
roomie: roommate flatmate colleague coworker classmate neighbour | 室友 同事 同学 邻居 舍友
customer: customer client buyer shopper consumer | 顾客 客户 买家 客人 消费者
seller: seller vendor merchant shopkeeper retailer store_owner | 卖家 商家 店家 老板 店主
worker: staff employee worker assistant clerk personnel team_member | 员工 店员 工作人员 服务员 职员
everyone: everyone everybody all_of_us anybody anyone | 大家 所有人 每个人 各位 谁都 任何人
picturephoto: photo picture image pic pics photos screenshot | 照片 图片 图 截图 相片 拍照
link: link url address_bar hyperlink website | 链接 网址 连接 地址 入口 传送门
entrance: entrance entry page_for where_is_the_page menu_item button_for | 入口 在哪点 哪个按钮 从哪进 哪里进 页面
list2: list overview table_of summary directory | 名单 列表 清单 一览 目录 汇总
announce: announcement notice announce news publish posted | 公告 通知 公布 发布 通告
rulesof: rule rules guideline policy terms regulation code_of_conduct | 规则 规定 规矩 制度 条例 群规 守则
reasonwhy: reason cause why motive | 原因 理由 为什么 缘由
ways: way method means approach solution manner | 方法 办法 方式 途径 手段 法子 招
place: place location spot site venue position | 地方 地点 位置 场地 处 场所
thing: thing item object article stuff | 东西 物品 物件 玩意
part: part piece section portion component | 部分 一部分 段 块 局部
kindof: kind type sort category style model variety | 种类 类型 款式 种 类 型号 款 样式
state: status state condition situation circumstance progress | 状态 情况 进度 状况 进展 现状
amount: amount sum total quantity figure | 金额 数额 总数 总共 一共 数量 合计
ratio: percent percentage rate ratio proportion | 百分之 比例 率 百分比 几成 折
limitmax: maximum at_most up_to limit no_more_than upper_limit biggest highest | 最多 上限 最高 最大 限制 封顶 顶多 至多
limitmin: minimum at_least lowest no_less_than smallest least fewest | 最少 至少 最低 下限 起码 最小
increase: increase raise more grow go_up boost enlarge | 增加 提高 涨 提升 加 变多 上调 上涨
decrease: decrease reduce less lower go_down cut shrink drop | 减少 降低 降 下调 减 变少 下降 缩减
continueuse: keep_using still_use continue_to_use use_again still_valid reuse | 还能用 继续用 再用 接着用 还有效 仍可使用
validuntil: valid expire expiry expiration validity expires run_out good_until | 有效期 过期 到期 失效 有效 作废 截止 能放多久
convenient: convenient easy handy simple straightforward | 方便 简单 容易 省事 便捷
difficult: difficult hard complicated tricky confusing | 难 麻烦 复杂 困难 搞不懂 不会
happy: happy glad pleased delighted satisfied | 开心 高兴 满意 快乐 愉快
angry: angry mad annoyed upset furious frustrated | 生气 愤怒 烦 恼火 气死 无语
afraid: afraid scared worried worry concern anxious fear | 怕 害怕 担心 担忧 顾虑 怕怕
safeornot: safe secure is_it_safe risk risky dangerous harmful | 安全 安全吗 风险 危险 有没有风险 放心
legal2: legal illegal legally law | 合法 违法 犯法 法律
openaccountant: set_up create establish found form start_a_new | 建 创建 建立 成立 新建 开设 组建
size2: how_big how_large how_tall how_high how_wide dimension | 多大 多高 多宽 多长 尺寸 大小
age2: how_old age years_old minimum_age adult | 几岁 多大年纪 年龄 岁数 周岁 成年
distance2: how_far distance far_from kilometers miles_away | 多远 距离 几公里 远不远 几站
speed: fast quick speed rapid slow | 快 速度 慢 快慢
often: how_often frequency frequently how_frequently times_a_week | 多久一次 几天一次 频率 经常 一周几次
`
