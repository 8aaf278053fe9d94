/** Daily life: body, home, places, times, numbers, feelings, belongings. */
export const daily = `
platform: mac macos windows linux android ios iphone ipad apple google version | 安卓 苹果 苹果机 电脑版 手机版 鸿蒙 ios
colleague: colleague coworker teammate co_worker boss partner classmate | 同事 队友 同学 搭档 领导 上司 老板
guest: guest visitor client customer friend | 客人 访客 客户 来宾 嘉宾 顾客
shortcut: shortcut hotkey key_binding key_combination | 快捷键 热键
twofactor: two_factor 2fa mfa authenticator two_step | 两步验证 双重验证 二次验证
encrypt: encrypt encrypted encryption protected protect | 加密 保护
offline: offline without_internet no_internet no_connection without_wifi | 离线 断网 没网 不联网
dark: dark night_mode theme colour color background appearance skin font look | 夜间模式 深色 主题 外观 背景 字体 界面
tiny: small tiny little bigger larger enlarge zoom size | 小 太小 放大 变大 大一点
trash: trash recycle_bin bin deleted by_mistake accidentally accidental undo | 回收站 误删 撤销
pdf: pdf document word file excel spreadsheet csv | pdf 文档 表格 word
table: table column row list sheet | 表格 表 列表
tonight: tonight evening night today late | 今晚 晚上 夜里 今天 今夜
tomorrow: tomorrow next_day | 明天 明晚 后天 次日
morning: morning early noon afternoon | 早上 上午 中午 下午 早晨 凌晨
weekend: weekend saturday sunday weekends | 周末 周六 周日 星期六 星期天 礼拜天
holidays: public_holiday bank_holiday christmas new_year easter holidays | 国庆 春节 过年 五一 节假日 元旦 中秋 放假
allowed: allowed welcome permitted ok_to okay_to is_it_ok may_i can_i forbidden against_the_rule prohibited banned | 允许 可以 能不能 行不行 禁止 不准 不让 违规
bring: bring take along carry with me | 带 带上 携带 自带 拿
wear: wear dress_code outfit clothes put_on | 穿 戴 着装 穿什么
shower: shower bath bathe wash hot_water | 洗澡 淋浴 冲凉 浴室 澡堂 热水
toilet: toilet restroom bathroom washroom | 厕所 卫生间 洗手间
locker: locker cabinet | 储物柜 柜子 更衣柜 更衣室 柜
swim: swim swimming pool | 游泳 泳池 游泳池 下水
coach: coach trainer instructor personal_trainer | 教练 私教
childage: kid child children minor under_age son daughter teenager young | 孩子 小孩 小朋友 儿童 未成年 儿子 女儿 几岁
transferown: transfer pass_on give_to another_person someone_else change_owner hand_over | 转让 转给 过户 给别人 转 让给
freezecard: pause suspend put_on_hold hold freeze stop_for | 暂停 停卡 冻结 停一停 请假 停
yearly: annual yearly per_year a_year | 年费 年卡 一年 全年
noshow: no_show not_show_up cant_come cant_make_it cannot_attend wont_be_able | 爽约 来不了 去不了 不能来 没空 有事
penalty: penalty fine punish punishment consequence | 处罚 罚款 后果 惩罚 罚
colleaguejob: opening vacancy hire hiring recruit jd recruitment | 招聘 招人 招 内推 招募 jd 岗位
speaker: speaker speak talk presentation present give_talk lecture | 分享 演讲 上台 嘉宾 讲师 主讲 讲者 讲
slide: slide slides ppt powerpoint presentation deck keynote | ppt 幻灯片 课件 演示 演讲稿
venue: venue location place hall site | 现场 会场 场地 地点 场馆
translate2: interpreter interpretation subtitle subtitles caption bilingual | 同声传译 字幕 翻译 双语
stuck: stuck loading spinning endless_loop hang buffering wont_load not_load | 卡住 转圈 加载 加载不出来 缓冲 卡顿 老是卡 加载失败
noaudio: no_sound cant_hear not_hear no_audio silent | 没有声音 听不到 没声音 听不见 无声
disconnect: disconnect disconnected drop drops lose_connection kicked_out lag | 掉线 断线 断开 重连 掉
screenissue: black_screen blank_screen white_screen frozen_screen | 黑屏 白屏 花屏 蓝屏
loot: loot drop drops gear equipment item reward distribution | 装备 掉落 分配 战利品 分
guide2: guide walkthrough strategy tip tips tactic how_to_beat | 攻略 打法 机制 教程 技巧 怎么打 怎么过
levelup: level_up levelling leveling grind grow | 升级 练级 练 升 满级
newplayer: newbie new_player beginner returning | 新手 萌新 新人 回归 回坑 小白
appeal: appeal unfair wrongly false_positive mistake | 申诉 误封 冤枉 解封
code: code redeem_code gift_code activation_code serial promo cdk coupon_code | 兑换码 礼包码 激活码 cdk 邀请码 码 优惠码
grooming: groom grooming trim clip haircut hair_cut nail nails bath wash | 美容 剪毛 修剪 洗澡 剪指甲
vet2: vet veterinarian doctor sick ill | 兽医 医生 看病
puppy: puppy pup dog kitten cat pet | 小狗 狗 幼犬 猫 小猫 宠物
vaccinate: vaccine vaccinate vaccination shot shots jab jabs | 疫苗 打针 接种
boarding: board boarding look_after take_care kennel sitter babysit stay_with daycare | 寄养 照看 照顾 托管 看护
obedience: train training obedience behave behaviour behavior teach | 训练 教 听话
adopt: adopt adoption rescue foster | 领养 收养
loyalty: loyalty reward rewards points bonus stamp member_card | 积分 会员卡 奖励 返利
recurring: recurring repeat subscription monthly autoship regular automatic | 定期 每月 自动 订阅 连续
aquarium: aquarium fish_tank tank | 鱼缸 水族箱
payways: payment_method payment_option payment_type accept_card take_card paypal visa mastercard cash credit_card apple_pay ways_to_pay pay_with | 支付方式 付款方式 微信支付 支付宝 刷卡 现金
keycard: key_card badge access_card fob key pass | 门禁 门禁卡 钥匙 通行证 门卡
afterhours: after_hours at_night weekend midnight 24 round_the_clock any_time anytime | 全天 24小时 通宵 随时 半夜
desk: desk seat hot_desk workspace workstation office coworking | 工位 座位 办公桌 办公室
meetingroom: meeting_room conference_room room_booking boardroom | 会议室 会议
printing: print printer copy copies scan scanner | 打印 复印 打印机
kitchen: kitchen fridge microwave coffee tea snack | 厨房 冰箱 微波炉 茶水间 咖啡
bike: bike bicycle cycle scooter | 自行车 单车 电动车
host: host organise organize hold throw run rent_out | 举办 主办 办 组织
contract: contract agreement notice terms lease | 合同 协议 合约
plan: plan package tier subscription membership option | 套餐 方案 计划 档位
visit: visit see_the tour show_around viewing stop_by come_by look_around | 参观 看看 看房 来访 到访
mattress: mattress bed pillow topper foam latex spring firmness firm soft | 床垫 床 枕头 乳胶 软硬
comfort: comfort comfortable back_pain soft hard firm | 舒服 舒适 软 硬
feature: feature function functionality option capability | 功能 特性 作用
idea: idea suggestion suggest request proposal wish | 建议 想法 点子 提议
benefit: benefit benefits perk perks advantage privilege good_for worth | 好处 权益 福利 特权 用处 优势 有什么用
disadvantage: disadvantage downside drawback harm side_effect side_effects bad_for | 坏处 缺点 副作用 危害 弊端 影响
team: team lineup squad select_team player players captain | 队伍 阵容 队长 球队 组队
match: match matches tournament contest league fixture competition | 比赛 赛事 联赛 竞赛 对局
winning: winning winnings prize_money win payout reward_money | 奖金 赢 赢钱 获胜
kyc: kyc pan aadhaar document documents upload_id verify_id | 实名 认证 证件 上传证件
repaycard: change_card repayment_card deduct_from another_card | 还款卡 扣款卡 换卡
huabei: credit_pay pay_later buy_now_pay_later huabei jiebei | 花呗 借呗 白条 先用后付 赊账
closefeature: turn_off disable close_feature opt_out | 关闭 关掉 停用 取消开通 不想用
openfeature: turn_on enable activate opt_in open_feature | 开通 打开 启用 申请开通
receivecode: collection_code receiving_qr payment_code qr qr_code scan_code | 收钱码 二维码 付款码 收款码 扫码 扫一扫
minimumpay: minimum_payment minimum_due least_amount least_i_can_pay smallest_payment | 最低还款 最低还款额 至少还
creditcard: credit_card card visa mastercard amex american_express | 信用卡 卡
newcard: new_card order_card apply_for_card get_card card_application | 办卡 新卡 申请卡 开卡
rewardpoints: rewards rewards_points reward_points points_balance | 积分 奖励积分
directdeposit: direct_deposit paycheck_deposit payroll | 直接存款 工资卡
paydate: payday pay_day next_paycheck get_paid paid | 发工资 发薪 工资日
ptobalance: pto vacation_days days_off time_off leave_balance sick_days | 年假 假期 剩余假期 调休
rollover: rollover roll_over carry_over transfer_retirement | 转存 结转
taxform: w2 w4 1099 tax_form | 税表 完税证明
recipe: recipe ingredients how_to_make how_do_i_make cook directions | 做法 食谱 菜谱 怎么做 配方
cooktime: how_long_to_cook cooking_time bake_time | 煮多久 烤多久 蒸多久
substitute: substitute replace instead alternative swap in_place_of | 代替 替代 替换
fresh: fresh spoil spoiled go_bad expire shelf_life still_good how_long_will | 新鲜 变质 坏 保质期 能放多久
mealidea: meal_suggestion what_should_i_eat dinner_idea what_to_cook | 吃什么 吃啥
smarthome: light lights turn_on turn_off thermostat vacuum lock | 灯 空调 扫地机 智能家居
shoppinglist: shopping_list grocery_list add_to_list groceries | 购物清单 购物单
volume: volume louder quieter turn_up turn_down | 音量 大声 小声
repeatsay: repeat say_that_again pardon what_did_you_say | 再说一遍 重复 没听清
whoareyou: who_are_you what_are_you your_name what_is_your_name are_you_human are_you_real who_made_you where_are_you_from | 你是谁 你叫什么 你是机器人吗 谁开发的
askhelp: what_can_you_do what_can_i_ask how_can_you_help | 你会什么 你能做什么 有什么功能
coin: coin flip toss dice roll random | 抛硬币 掷骰子 随机
findphone: find_phone lost_phone locate_phone ring_phone | 找手机 手机丢了
sharelocation: share_location send_location current_location where_am_i | 定位 共享位置 我在哪 位置
calendar: calendar schedule agenda event appointment plans | 日历 日程 安排 行程
remind: remind reminder remember dont_forget | 提醒 备忘 别忘了
textmsg: text message send_text sms | 短信 信息 发消息
makecall: make_call phone dial ring call | 打电话 拨打 呼叫
definition: definition define meaning_of what_does_mean | 定义 意思 什么意思
idiom: poem verse quote saying proverb next_line | 诗 诗句 下一句 名言 名句 成语 歇后语 谜语
author: author writer who_wrote composer creator | 作者 谁写的 谁唱的 原唱 出自 出处 哪部
plot: story plot ending summary | 剧情 故事 结局 情节 大结局
episode: episode season release air sequel part | 集 季 上映 更新 第二季 续集 全集
downloadmovie: download watch_online resource torrent | 资源 在线看 下载 种子 网盘
driver: driver drivers firmware bios | 驱动 固件 驱动程序
system: system reinstall windows os operating_system reboot restart factory_reset | 系统 重装 重启 恢复出厂 操作系统
virus: virus malware trojan antivirus infected | 病毒 木马 杀毒 中毒
cable: cable usb hdmi port plug connector bluetooth | 数据线 接口 线 蓝牙 插口
hardware: cpu gpu graphics_card ram memory motherboard configuration specs | 显卡 内存 主板 配置 处理器 硬件
constellation: personality character temper | 性格 脾气
relationship: break_up reconcile relationship confess propose get_back_together | 分手 复合 表白 挽回 求婚 追
sad: sad unhappy depressed lonely upset stressed anxious | 难过 伤心 郁闷 孤独 压力 焦虑 心情
sleep: sleep insomnia asleep tired nap dream | 睡觉 失眠 睡 困 做梦 梦见 梦
teeth: tooth teeth dentist toothache gum | 牙 牙疼 牙齿 牙医
eye: eye eyes sight glasses contact_lens | 眼睛 视力 近视 眼镜 眼
stomach: stomach belly abdomen digestion | 肚子 胃 腹部 肠胃
mouth: mouth lip lips tongue throat | 嘴 嘴唇 嘴巴 舌头 喉咙
leg: leg foot knee ankle feet | 腿 脚 膝盖 脚踝
height: height tall taller grow_taller | 身高 长高 高 个子
name2: name naming baby_name | 取名 起名 名字
store2: open_a_shop start_a_business own_business franchise join_as_partner | 开店 创业 加盟 做生意 代理
earn2: make_money part_time side_job earn_online | 赚钱 兼职 副业 挣钱
law: law legal lawyer court sue rights attorney | 法律 律师 起诉 官司 维权 法院
police: police report_to_police crime station | 报警 警察 派出所 公安
government: social_security household permit residence office | 社保 户口 公积金 居住证 派出所 补办
train2: high_speed_train train_ticket seat book_train | 火车票 高铁票 买票 抢票 订票
queue: queue line wait_in_line waiting_list | 排队 候补 排号 等位
capacity: capacity how_many_people seats full space_left | 人数 满 名额 几个人 坐得下
deposit2: deposit security_deposit down_payment | 押金 定金 保证金 订金
breakdown: break_down wont_start doesnt_start dead_battery jump_start battery_died | 抛锚 打不着火 启动不了 没电
inspection: inspection check_engine_light warning_light | 故障灯 年检 检查
`
