/** What customers ask any house: orders, carriers, prices, membership, complaints. */
export const service = `
reschedule: reschedule rebook move_date change_date another_day different_day other_date change_time another_time shift_to | 改期 改时间 改日期 换时间 换一天 换个时间 改天 另约
courier: courier carrier fedex dhl ups usps royal_mail hermes delivery_man delivery_guy driver rider mailman postman | 快递员 骑手 送货员 配送员 快递公司 顺丰 中通 圆通 韵达 申通 邮政 京东快递 派件员 外卖员
pickuppoint: pickup_point parcel_shop collection_point parcel_locker drop_off_point pick_up_location post_office | 驿站 代收点 快递柜 丰巢 菜鸟 自提点 取件点 邮局
selfpickup: pick_up collect collect_in_store click_and_collect in_store_pickup pick_it_up takeaway take_away to_go | 自提 自取 到店取 自己去拿 自己取 到店自取 上门取 打包 带走
takeout: takeout take_out delivery food_delivery doordash ubereats deliveroo order_in | 外卖 送餐 点餐 叫餐 美团 饿了么 跑腿 配送 送上门
doorstep: doorstep front_door to_my_door home_delivery deliver_to_my_home upstairs | 送货上门 上门 送到家 送到楼下 门口 家门口 送上楼
signfor: sign_for signature proof_of_delivery marked_delivered says_delivered shown_as_delivered | 签收 代签 已签收 显示签收 显示已送达 本人签收
trackingno: tracking_number order_number reference_number waybill consignment | 单号 快递单号 运单号 物流单号 订单号 订单编号 流水号
missingitem: missing_item item_missing part_missing incomplete not_in_box not_included left_out short_of parts_missing | 少发 漏发 少件 缺件 少了一件 没给全 发少了 漏了 少一个 缺少
wrongitem: wrong_item wrong_product wrong_order wrong_size wrong_color not_what_i_ordered different_item sent_wrong | 发错 寄错 送错 拿错 给错 货不对板 和我买的不一样 不是我要的 搞错
outforship: dispatch dispatched ship_out shipped leave_warehouse out_for_delivery sent_out posted handed_to_courier | 发货 发出 出库 寄出 揽收 发走 已发出 出货
freight: shipping_cost shipping_fee delivery_fee delivery_cost delivery_charge postage freight shipping_charge cost_of_delivery | 运费 邮费 配送费 快递费 送货费 邮资
freeshipping: free_shipping free_delivery free_postage no_delivery_fee shipping_free | 包邮 免运费 免邮 免配送费 不收运费
minorder: minimum_order minimum_spend minimum_purchase least_order order_minimum | 起送 起送价 起订 起订量 最低消费 满多少
range: delivery_area service_area delivery_range deliver_to coverage_area how_far_do_you_deliver | 配送范围 送货范围 服务范围 送得到 送不到 范围 几公里
pricediff: price_difference pay_the_difference difference_in_price make_up_the_difference | 差价 补差价 补差 差额
priceprotect: price_match price_protection price_adjustment got_cheaper price_drop price_dropped lower_price | 保价 价保 价格保护 降价 买贵了 退差价
preorder: preorder pre_order presale back_order backorder reserve_one | 预售 预购 尾款 预订 预付 抢先
flashsale: flash_sale limited_time deal_of_day black_friday cyber_monday clearance | 秒杀 限时 抢购 特卖 清仓 双十一 双11 大促 618
groupbuy: group_buy group_order team_buy | 拼团 团购 拼单 组团 拼 凑单
purchaselimit: per_customer limit_per_person purchase_limit only_one_per | 限购 每人限 限买 每人几个 每人只能
stackable: combine stack stackable together_with at_the_same_time in_conjunction use_both | 叠加 同享 一起用 同时用 同时使用 共用 合并使用 同时享受
coupon2: coupon voucher gift_voucher discount_code promo_code promotional_code coupon_code | 优惠券 代金券 抵用券 券 折扣码 消费券 满减券 卡券 红包 优惠码
giftcard: gift_card gift_certificate gift_voucher store_credit prepaid_card | 礼品卡 购物卡 储值卡 充值卡 预付卡 礼券
storedvalue: prepaid stored_value top_up_balance wallet_balance account_balance | 储值 预存 余额 钱包余额 卡里的钱 账户余额
bonus: bonus extra free_gift gift_with_purchase freebie giveaway | 赠品 满赠 送的 附赠 买一送一 加送 赠送
compensate: compensate compensation make_up_for damages indemnity pay_for_damage | 赔偿 赔 补偿 赔付 赔钱 索赔
originalway: original_payment_method back_to_card back_to_my_card where_does_the_refund_go refunded_to | 原路退回 原路返回 退到哪 退回哪里 退到卡里
refundtime: refund_time how_long_refund when_refund refund_take refund_status refund_not_received | 退款多久 退款进度 退款到账 退款没到 退款时间
aftersale: after_sales aftersales aftersale returns_department service_center service_centre repair_center | 售后 售后服务 维修点 售后电话 服务中心 维修中心
complaint2: complain complaint file_a_complaint report_to unacceptable ridiculous disappointed rude bad_service | 投诉 举报 维权 差评 态度差 太差 不满意 反映 说法
manager: manager supervisor boss person_in_charge someone_in_charge higher_up | 经理 店长 负责人 领导 主管 老板
hotline: hotline helpline phone_number contact_number customer_service_number support_number who_to_call number_to_call | 热线 客服电话 服务电话 联系电话 电话号码 打哪个电话 咨询电话 电话多少
realperson: real_person human real_human live_person talk_to_someone speak_to_someone human_being not_a_bot live_chat | 人工 真人 人工客服 转人工 人工服务 活人
contactways: contact reach get_hold_of get_in_touch write_to email_you message_you dm_you call_you ways_to_contact | 联系 联络 找你们 联系方式 找谁 找客服 怎么找 联系上
workhours: working_hours office_hours business_hours support_hours service_hours on_duty open_now still_open | 上班时间 营业时间 在线时间 服务时间 几点上班 几点下班 值班 工作时间
openuntil: open_until close_at closing_time how_late last_order last_entry until_when shut_at what_time_do_you_close | 几点关门 打烊 关门 营业到几点 开到几点 最晚 歇业 几点下班
opensince: opening_time open_at what_time_do_you_open open_from start_opening earliest | 几点开门 开门 最早 开始营业 几点营业
openon: open_on open_during open_sunday open_holiday closed_on business_on open_today | 营业 开门吗 上班吗 放假吗 休息吗 开不开 营不营业
branchnear: nearest_store nearest_branch closest_store store_near_me nearby_store branch_near shop_near | 最近的店 附近的店 附近门店 哪里有店 分店 就近 哪家店
addresswhere: where_are_you where_is_it located how_to_find_you your_location find_us which_street | 在哪里 地址 在什么位置 哪条路 怎么走 怎么过去 位置 地址在哪
howtoget: how_to_get_there get_there directions way_to which_bus which_exit which_line | 怎么去 怎么过去 怎么走 坐什么车 几号线 哪个出口 路线 怎么到
seating: seat seats seating table tables sit place_to_sit dine_in eat_in sit_down | 座位 位子 桌 堂食 坐下 有位 包间 包厢 卡座
reservationcancel: cancel_booking cancel_reservation cancel_appointment cancel_my_booking | 取消预约 取消预订 退订 退约
walkin: walk_in without_appointment without_booking without_reservation no_appointment just_come just_show_up | 不预约 直接去 直接来 现场 不用预约 没预约
waitlist: waitlist waiting_list standby queue_up in_line line_up | 候补 排队 等位 排号 叫号 取号
fullbooked: fully_booked full sold_out no_slots no_spots_left no_places_left no_availability run_out_of | 满了 约满 名额 没位置 没名额 抢不到 约不上 售罄 卖光 卖完 抢光
stillavailable: still_available any_left still_have left_over any_more remaining in_stock | 还有吗 还有没有 有货吗 还有货 剩几个 还剩 还有票
restock: restock back_in_stock available_again come_back new_batch replenish | 补货 到货 再上架 返场 什么时候有货 再有货
newarrival: new_arrival new_product new_release just_released new_collection latest_product newly_launched what_is_new | 新品 上新 新款 新出 新货 上架 新上市 新推出
bestseller: best_seller bestseller most_popular popular signature top_selling favourite must_try | 招牌 热销 爆款 畅销 人气 卖得最好 必买 必点 镇店
limitededition: limited_edition collab collaboration exclusive special_edition collectible merch merchandise | 限定 限量 联名 周边 典藏 纪念版 特别版
menu: menu price_list catalogue catalog brochure list_of_products what_do_you_sell | 菜单 价目表 价格表 目录 单子 品类 都卖什么 有什么卖
portion: portion serving size_of large_size medium_size regular | 大杯 中杯 小份 大份 份量 分量 一份
flavour: flavour flavor taste tastes tasty | 口味 味道 口感 好喝 好吃
spicy: spicy sweet salty sour bitter sugar | 辣 甜 咸 酸 苦 糖
allergen: allergic allergy allergen contain contains nuts peanut gluten lactose dairy_free | 过敏 含有 配料表 成分 坚果 花生 乳糖 麸质 过敏原
secondhand: second_hand secondhand used preowned pre_owned refurbished | 二手 闲置 翻新 旧的 用过的 二手货
spare: spare spare_part replacement_part accessory accessories attachment | 配件 零件 附件 耗材 配套
manual: manual instruction_manual user_guide handbook documentation docs user_manual instructions | 说明书 使用说明 手册 文档 操作指南 帮助文档
engrave: engrave personalise personalize customise customize custom custom_made bespoke tailor_made | 定制 刻字 私人订制 定做 订做 自定义 专属
wrap: wrap gift_wrap gift_wrapping packaging gift_box | 包装 礼盒 礼品包装 打包
inspect: inspect check_goods check_before open_package unbox unpack | 验货 开箱 检查 拆封 拆开 拆了
unused: unused unopened original_packaging with_tags unworn | 未拆封 没拆 没用过 原包装 吊牌 没穿过
sevenday: return_policy returns_policy no_reason return_window return_period cooling_off change_my_mind money_back_guarantee return_deadline | 七天无理由 无理由 退货政策 退换政策 退货期 7天 不喜欢
exchangegoods: exchange swap_for another_size different_size exchange_for bigger_size smaller_size | 换货 换码 换大 换小 换尺码 换一个 换别的
guarantee: guarantee guaranteed warranty warrant covered_under under_warranty | 保修 质保 保固 包修 保不保 保修期
fake: fake counterfeit knock_off replica imitation genuine authentic | 假货 真假 正品 高仿 山寨 真货 冒牌
trustworthy: trustworthy reliable legit legitimate reputable scam is_it_real | 靠谱 可信 正规 骗人 可靠 真的假的 是真的吗 信得过
wholesale2: wholesale in_bulk bulk_order large_quantity corporate_order company_order business_customer b2b | 批发 大批量 企业采购 团体 公司采购 批量 量大
franchise2: franchise franchising become_a_partner become_a_dealer distributor agency open_a_branch | 加盟 代理 经销商 合作 开分店 招商 加盟费 加盟商
cooperate: cooperate cooperation partner partnership collaborate business_inquiry sponsorship sponsor work_with_you | 合作 商务 商务合作 赞助 对接 洽谈
hiring: hire hiring recruit recruiting vacancy vacancies job_opening job apply_for_a_job work_for_you join_your_team intern internship part_time | 招聘 招人 应聘 招工 兼职 实习 求职 招不招 打工 缺人 入职
resume: resume cv curriculum_vitae portfolio cover_letter | 简历 求职信 投简历
studentdiscount: student_discount student_price student_card student_id concession | 学生优惠 学生价 学生证 学生票
seniordiscount: senior_discount pensioner elderly senior_citizen | 老人优惠 老年人 老年证 老人
familyshare: family_plan family_sharing share_with_family household share_account several_people multiple_users more_than_one_person | 家庭共享 家人用 一起用 共享 多人 亲友 几个人用 家庭版 共用
forothers: for_someone_else on_behalf_of for_my_friend for_my_wife for_my_husband for_a_friend third_party as_a_gift | 帮别人 替别人 代 给朋友 给家人 给别人 替 送人 帮朋友
transferable: transferable transfer_to_someone give_away pass_on sell_on change_the_name resell | 转让 转给 转送 转赠 过户 让给 赠予
memberlevel: tier tiers gold_member silver_member membership_level membership_tier status_level vip_level | 等级 会员等级 级别 金卡 银卡 档次 几档 段位 vip等级
membercard: membership_card member_card loyalty_card card_number membership_number | 会员卡 会员号 会员码 卡号 贵宾卡
memberbenefit: member_benefit member_benefits membership_benefits perks member_price members_get privileges what_do_members_get | 会员权益 会员福利 会员有什么好处 会员价 特权 会员优惠 会员专享
memberjoin: become_a_member join_membership sign_up_for_membership get_membership membership_application | 加入会员 开会员 办会员 入会 成为会员 开通会员 注册会员 会员怎么办
memberrenew: renew renewal extend_membership membership_expire subscription_end resubscribe renewed | 续费 续期 续会员 续订 到期 会员到期 续卡
memberquit: cancel_membership cancel_subscription end_subscription stop_subscription unsubscribe terminate_membership | 取消会员 退会 取消订阅 退订 取消续费 关闭自动续费 注销会员
upgradelevel: upgrade_tier reach_gold next_level next_tier move_up level_up qualify_for | 升级 升到 升级会员 晋级 升金卡 升一级
downgradelevel: downgrade lose_status drop_a_level demote demoted go_down_a_level | 降级 掉级 降一级 等级掉了
pointsearn: earn_points collect_points get_points gain_points points_per | 攒积分 赚积分 得积分 积分怎么来 获得积分 积几分 攒分
pointsspend: use_points spend_points redeem_points points_worth exchange_points points_for | 用积分 花积分 积分兑换 积分抵现 积分换 积分能干嘛 积分商城
pointsexpire: points_expire points_expiry points_valid points_reset lose_points | 积分过期 积分清零 积分有效期 积分作废
pointsmissing: points_missing no_points didnt_get_points points_not_added missing_points points_not_credited | 积分没到 没积分 积分少了 没给积分 积分没加 补积分 补录
growth: experience growth progress xp points_to_next | 成长值 经验值 进度 活跃度 贡献值
checkindaily: daily_check_in daily_login daily_reward sign_in_reward streak consecutive_days | 签到 打卡 连签 每日签到 签到奖励 补签 漏签
prize: prize win won winner claim_prize winnings reward prizes | 奖品 中奖 获奖 领奖 得奖 中了 兑奖
drawdate: draw draw_date draw_winner announce_winner when_is_the_draw results_announced | 开奖 抽奖时间 公布名单 中奖名单 公布结果 几点开奖
joinin: take_part participate enter_the_contest join_in get_involved enter_competition compete entry | 参加 参与 报名 参赛 怎么玩 加入活动
activityrule: terms_and_conditions event_rules contest_rules how_does_it_work conditions_apply rules_of | 活动规则 规则 玩法 细则 活动说明
activitytime: event_date event_time campaign_period when_does_it_start when_does_it_end valid_until ends_on promotion_end | 活动时间 活动几号 活动到什么时候 截止时间 几号结束 什么时候开始 几号开始
birthday: birthday birth_date date_of_birth bday born | 生日 出生日期 生辰 过生日 寿星
birthdaygift: birthday_gift birthday_reward birthday_discount birthday_offer birthday_treat free_on_my_birthday | 生日礼 生日券 生日福利 生日礼物 生日优惠 生日特权
newcomer: new_customer new_user first_order first_purchase welcome_offer first_time_customer | 新人 新用户 首单 新客 新人礼 第一次买
referfriend: refer_a_friend referral invite_friend invite_a_friend referral_code bring_a_friend referral_bonus recommend_to_friend | 邀请好友 拉新 推荐朋友 邀请码 邀请奖励 老带新 拉人
surveyask: survey questionnaire poll vote voting ballot form fill_in | 问卷 调查 投票 表单 填表 票选
wechatacc: official_account public_account mini_program follow_us | 公众号 小程序 视频号 企业微信 服务号 关注
qr: qr qr_code scan scan_code barcode | 二维码 扫码 扫一扫 条形码 码
`
