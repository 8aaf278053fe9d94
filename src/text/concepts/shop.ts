/** Ordering, delivery, goods, returns, food and the home. */
export const shop = `
buy: buy purchase order shop get purchasing acquire buying place_order get_one get_hold_of | 买 购买 下单 购 订购 拍 入手 购物 去哪买 买到
sell: sell seller selling vendor merchant trade_in resell reseller dealer franchise distributor supplier | 卖 出售 转让 卖家 商家 出 开店 商户 代理 加盟 经销
order: order orders purchase booking package parcel | 订单 单子 下单 单号 我的单
cancel: cancel cancellation revert undo revoke call_off stop abort drop take_back retract | 取消 撤销 撤消 撤回 撤掉 作废 不要了 不想要 不需要 反悔 终止
change: change edit modify update alter switch amend adjust correct replace swap different revise | 修改 更改 更换 变更 改成 换成 改 换 调整 更新 更正 改变 变 调
stop: stop end disable turn_off switch_off shut_off deactivate close pause suspend cease quit | 关闭 停 停止 关掉 关了 停用 关 暂停 解除 终止 禁用
start: start activate enable open begin turn_on switch_on initiate launch set_up setup commence activation | 开通 启用 激活 开启 打开 开始 开 开起 启动 起用 开办
add: add include insert put_in append attach put_on | 添加 增加 加 加上 加入 新增 放进
delivery: delivery deliver ship shipping shipment courier dispatch post express send sent mail | 发货 快递 物流 送货 配送 寄 邮寄 送 运费 包邮 派送 货运
parcel: parcel package box shipment item mail order | 包裹 快件 件 快递 货
track: track tracking trace where_is status locate follow progress | 跟踪 物流信息 查物流 追踪 到哪了 进度 状态 单号
late: late delay delayed overdue slow taking_so_long not_arrived hasnt_arrived havent_received still_waiting not_received where_is still_not still_hasnt didnt_receive never_arrived never_received | 迟 晚 延误 还没到 没收到 慢 拖 这么久 超时 没到 没有收到
status: status progress state update situation what_is_happening whats_happening | 状态 进度 情况 进展 怎么样了
return: return send_back give_back bring_back returning take_back | 退货 退回 退换 归还 寄回 退 还回去
replace: replace replacement exchange swap new_one substitute another_one instead alternative in_place_of | 换货 更换 换 替换 补发 替代 代替 换新 补办 补
stock: stock available availability in_stock out_of_stock sold_out inventory run_out | 有货 缺货 现货 库存 断货 补货 没货 卖完
genuine: genuine original authentic authenticity real fake counterfeit legit legitimate trust trusted true | 正品 真假 假货 真的 正版 山寨 真伪 是不是真 原装 行货 可信
quality: quality good reliable durable condition grade | 质量 品质 好不好 耐用 怎么样 好用
brand: brand make maker manufacturer label model | 牌子 品牌 厂家 型号 什么牌
product: product item goods merchandise article thing | 商品 产品 东西 物品 货品 宝贝
size: size measurement dimension dimensions fit large small medium length width height big | 尺寸 尺码 大小 码数 多大 号码 规格 高 宽
color: color colour shade | 颜色 色
material: material fabric made_of cotton foam ingredient ingredients | 材质 面料 成分 原料 材料 配料
warranty: warranty guarantee after_sales guaranteed | 保修 质保 售后 三包 包换
expire: expire expiry expiration expired out_of_date valid validity best_before use_by shelf_life go_bad last still_good | 过期 有效期 到期 保质期 失效 截止 生产日期 作废
store: store shop branch outlet showroom location physical_store mall retailer | 店 门店 实体店 店铺 商店 专卖店 分店 超市
hours: hours opening_hour opening_hours open close closing_time operating working_hour working_hours business_hours what_time schedule | 营业时间 几点开门 上班时间 开门 关门 工作时间 服务时间 几点
review: review rating feedback comment opinion testimonial | 评价 评论 评分 反馈 好评 差评 意见
recommend: recommend recommendation suggest suggestion advice advise best which_one good propose | 推荐 建议 介绍 哪个好 有什么好 哪种好 求推荐 有哪些 哪款
compare: compare comparison versus difference different better which | 比较 区别 对比 哪个好 不同 差别 差异
trial: trial sample demo try test | 试用 体验 样品 试 试一下 试听
gift: gift present prize reward giveaway surprise | 礼物 礼品 奖品 奖励 赠品 福利 送什么
cod: cod cash_on_delivery pay_on_delivery pay_at_the_door | 货到付款 到付
emi: emi installment instalment monthly_payment pay_monthly part_payment split_payment | 分期 分期付款 月供
bulk: bulk wholesale quantity large_order | 批发 团购 大量 批量
address: address shipping_address home_address delivery_address street zip zipcode postcode post_code pincode moved moving residence | 地址 收货地址 住址 搬家 邮编 家庭住址 收件地址
area: area region location zone city local country serve serviceable coverage pincode | 地区 区域 范围 城市 当地 地方 哪些地方
food: food meal dish eat cuisine snack dinner lunch breakfast supper recipe dining hungry | 食物 饭 菜 吃 美食 餐 晚饭 午饭 早餐 夜宵 吃的 好吃
cook: cook cooking recipe bake make prepare boil fry roast grill how_do_you_make oven microwave kitchen | 做饭 做法 煮 炒 烤 食谱 做菜 蒸 怎么做 熬 炖 烹饪
restaurant: restaurant cafe diner eatery bar place_to_eat table reservation | 餐厅 饭店 餐馆 咖啡馆 饭馆 酒店
calorie: calorie calories nutrition nutritional fat protein carb healthy sugar diet content | 卡路里 热量 营养 脂肪 蛋白质 糖 健康
drink: drink water tea coffee beer wine alcohol beverage milk juice soda | 喝 饮料 水 茶 咖啡 酒 啤酒 牛奶 豆浆 饮品
vegan: vegan vegetarian gluten allergy allergic allergen halal kosher | 素食 过敏 清真 忌口
clothes: clothes clothing shirt shoe shoes dress wear pants jacket laundry outfit | 衣服 穿 鞋 裤子 裙子 服装 衣 内衣
home: home house apartment flat room residence rent place | 家 房子 公寓 房 住 房间 租房 住房 屋子
rent: rent rental lease hire tenant landlord | 租 出租 租赁 房租 租金
furniture: furniture mattress bed pillow sofa chair desk table couch cushion | 家具 床垫 床 枕头 沙发 椅子 桌子
clean: clean cleaning wash washing laundry wipe dirty stain tidy vacuum | 洗 清洗 打扫 清洁 清理 卫生 脏 去污 洗衣
light: light lamp bulb lights lighting brightness | 灯 灯光 照明 台灯 开灯
todo: list to_do todo task reminder shopping_list checklist note remind | 清单 待办 任务 备忘 提醒 列表
assemble: assemble assembly install put_together build set_up mount | 组装 安装 拼装 装
gas: gas electricity power water utility utilities electric heating | 煤气 电费 水费 水电 电 天然气 燃气
garden: garden plant flower tree grow seed soil lawn | 花 植物 养花 种植 花园 树 种
pet: pet dog cat puppy kitten animal fish bird vet veterinarian | 宠物 狗 猫 小狗 小猫 狗狗 猫咪 动物
baby: baby kid kids child children toddler infant son daughter teen minor | 孩子 宝宝 小孩 儿童 婴儿 小朋友 娃 未成年
`
