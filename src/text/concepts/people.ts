/** Communities, games, courses, work, health and how people speak of them. */
export const people = `
group: group chat channel server community club forum circle room guild team clan | 群 群聊 社群 社区 频道 圈子 俱乐部 讨论组 公会 战队 工会 群里
enter: enter join get_in come_in access become_a_member get_into entry add_me | 进群 加群 入群 加入 进来 拉进 进入 进 入口 加进
invite: invite invitation referral refer bring introduce friend | 邀请 拉人 推荐 介绍 邀请码 拉 带人
member: member members membership vip premium subscriber subscription pro plus tier level | 会员 成员 vip 等级 群友 团员 包月 套餐 级别
staff: admin administrator moderator mod staff owner manager organizer host organiser | 管理员 群主 管理 工作人员 版主 负责人 主办方 运营
support: support contact customer_service help help_desk agent representative call talk_to speak reach human live_agent hotline helpline assistance get_in_touch customer_care real_person operator | 客服 人工 联系 热线 咨询 客服电话 人工客服 转人工 求助 联系方式 售后 服务热线
call: call phone_call ring dial telephone called calling | 打电话 来电 回电 拨打 致电 通话 接电话 打来 接听 拨 审核电话 再打
missedcall: miss_call missed_call missed_the_call didnt_answer didnt_pick_up missed_your_call | 没接到 没接 未接 漏接 没听到 错过电话 错过 挂掉 挂了 没接听 接不到
message: message text sms dm msg chat reply inbox send_a_message note | 消息 短信 私信 信息 留言 发消息 聊天 发信息
complain: complain complaint report dissatisfied unhappy grievance | 投诉 举报 不满 反映 举证 维权 告
rule: rule rules regulation guideline policy policies terms guidelines | 规则 群规 规定 规矩 条款 制度 协议 守则 要求
ban: ban banned block blocked kick kicked suspend suspended restrict restricted disable disabled mute muted lock locked freeze frozen hold on_hold blacklist | 禁言 封号 封禁 被封 踢 冻结 拉黑 屏蔽 限制 锁定 封 禁 锁 黑名单
unban: unban unblock unfreeze unlock unmute lift_the_ban reinstate | 解封 解禁 解冻 解锁 解除禁言 解除 解除限制
freeze: freeze frozen block lock hold suspend stop put_a_stop put_a_hold put_a_block | 冻结 锁定 挂失 停用 止付
points: points score credits coins credit xp experience token gold point | 积分 点数 分数 金币 经验 分 币 贡献
redeem: redeem exchange claim use_points cash_in trade collect | 兑换 换取 领取 领 换 使用积分 拿 兑
checkin: check_in checkin attendance sign_in streak daily_check | 签到 打卡 补签 连续签到
lottery: lottery raffle draw giveaway win winner prize lucky | 抽奖 中奖 开奖 彩票 获奖 得奖
rank: rank ranking leaderboard level top position grade ladder | 排名 排行榜 等级 级别 段位 名次 升级 排行
role: role title badge permission rank tag | 身份组 头衔 徽章 角色 称号 标签
game: game play player gaming match gamer | 游戏 玩 玩家 手游 网游 打游戏 单机 页游
character: character class hero champion skin costume weapon equipment item gear | 角色 英雄 皮肤 装备 武器 职业 道具
raid: raid dungeon boss quest mission level stage | 副本 打本 boss 任务 关卡 团本 通关
serverdown: server_down down outage offline maintenance unavailable under_maintenance | 维护 停服 宕机 崩了 服务器 挂了 系统繁忙
cheatgame: cheat hack mod trainer bot crack | 外挂 挂 修改器 破解 辅助 刷枪 破解版 脚本
course: course class lesson lecture training workshop session tutorial module webinar | 课程 课 上课 讲座 培训 学习 教程 班 直播课 训练营
teacher: teacher instructor coach tutor lecturer trainer professor mentor | 老师 讲师 教练 导师 助教 教师
homework: homework assignment exercise task coursework project | 作业 练习 习题 任务
exam: exam test quiz examination assessment score grade | 考试 测试 考 测验 考核 成绩 分数
school: school university college campus degree student major education academy | 学校 大学 学院 专业 学历 学生 院校 技校
certificate: certificate certification diploma credential badge licence license | 证书 资格证 结业证 证 毕业证
record: recording replay record recorded playback rewatch watch_later watch_again | 回放 重播 录像 录播 录屏 看回放 补看
live: live livestream stream broadcast streaming zoom online_session | 直播 开播 在线直播 线上
note: notes slides handout material materials document file resource pdf workbook | 资料 课件 笔记 讲义 文档 书单 教材 材料
bookread: book read reading novel chapter ebook author story comic manga library | 书 小说 看书 读书 阅读 章节 作者 漫画 电子书 读
beginner: beginner new newbie newcomer start_out novice first_time basic introduction no_experience never_done | 新手 新人 小白 初学 零基础 入门 刚来 新来 菜鸟 第一次
learn: learn study practice practise understand teach how_to | 学 学习 练 练习 教 读书 学会 教学
difficulty: difficult hard difficulty tough challenging level easy | 难 难度 困难 难不难 简单 容易
job: job work career employment position hiring recruit vacancy employer employee interview occupation | 工作 职业 上班 招聘 就业 求职 岗位 面试 找工作 公司 打工
company: company business firm office headquarters organization organisation corporation | 公司 企业 单位 总部 办公室 机构
shift: shift schedule timetable roster rota working_hours agenda calendar | 排班 班次 日程 时间表 课表 安排 日程表
meeting: meeting appointment conference call schedule | 会议 开会 约 例会
health: health healthy medical doctor hospital clinic medicine physician medication | 健康 医院 医生 看病 药 医疗 诊所 大夫
ill: sick ill disease illness pain hurt symptom ache fever cold cough sore infection | 病 生病 疼 痛 发烧 感冒 症状 不舒服 难受 炎症 疾病 咳嗽
treat: treat treatment cure heal remedy therapy medicine | 治疗 治 医 怎么治 消炎 疗法 药 治好 消
weight: weight lose_weight slim diet fat loss gain_weight bulk mass obesity | 减肥 瘦 体重 减掉 胖 增肥 瘦身 长胖 肉 变瘦
exercise: exercise workout gym fitness training train yoga muscle run | 锻炼 健身 运动 训练 瑜伽 肌肉 跑步
skin: skin acne face spot pimple wrinkle cosmetic makeup cream | 皮肤 痘 脸 面部 护肤 化妆 祛痘 美白 护肤品
hair: hair haircut shampoo bald | 头发 脱发 掉发 掉头发 发型 洗发
pregnant: pregnant pregnancy birth period maternity | 怀孕 孕妇 生孩子 月经 备孕
age: age old how_old years_old minor birthday born birthdate | 年龄 多大 岁 几岁 周岁 生日
love: love like boyfriend girlfriend marry marriage wedding husband wife spouse partner dating | 喜欢 爱 爱情 男朋友 女朋友 结婚 老公 老婆 恋爱 对象 喜爱 男友 女友
friend: friend buddy pal mate companion | 朋友 好友 伙伴 同伴 闺蜜
family: family mother father parent sibling relative mom dad brother sister | 家人 父母 爸妈 家属 亲戚 妈妈 爸爸 家庭
person: person people someone somebody human guy anyone user | 人 用户 大家 有人 别人 谁
otherperson: someone_else another_person other_people somebody_else family_member third_party others on_behalf | 别人 他人 其他人 代 帮别人 替 家人 朋友
movie: movie film tv show series cinema actor drama episode season anime cartoon | 电影 电视剧 动漫 剧 节目 演员 动画 电视 片子 番
news: news headline article latest announcement announce | 新闻 公告 消息 最新 资讯 动态
joke: joke funny laugh humor tell_me_a_joke | 笑话 搞笑 幽默 段子
weekday: monday tuesday wednesday thursday friday saturday sunday | 周一 周二 周三 周四 周五 周六 周日 星期一 星期天
volunteer: volunteer help_out contribute participate take_part assist pitch_in | 志愿者 义工 帮忙 参与 参加 出力
attend: attend participate take_part join come go show_up sign_up | 参加 参与 报名 出席 来 去
miss: miss missed skip absent skipped couldnt_attend cant_come cant_make_it | 错过 缺席 没来 没赶上 漏 缺课 请假
post: post publish share upload thread topic tweet | 发帖 发布 发 帖子 分享 发表 晒 发图
ad: ad ads advert advertise advertisement promote promotion spam self_promotion | 广告 推广 打广告 宣传 发广告 引流
feedback: feedback suggestion idea suggest propose opinion improve | 建议 反馈 意见 提议 吐槽
introduce: introduce introduction about who_are_you what_is_this tell_me_about | 介绍 自我介绍 是什么 干什么的 干嘛的 做什么的
font: font typeface character word letter | 字体 字 文字
zodiac: zodiac horoscope star_sign | 星座 生肖 属相
`
