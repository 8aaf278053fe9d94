/** Travel, cars, time, weather, places. */
export const going = `
travel: travel trip journey vacation holiday tour visit touring traveling travelling getaway tourist sightseeing | 旅行 旅游 出差 出行 游玩 度假 出国 行程 旅程 自由行
flight: flight plane airplane airline fly flying airport airways boarding | 航班 飞机 机票 航空 飞 机场 登机
train: train rail railway metro subway station underground tram | 火车 高铁 动车 地铁 车站 车票 火车票 轻轨
bus: bus coach shuttle stop public_transport | 公交 巴士 班车 大巴 公交车 客车
taxi: taxi cab uber lyft ride driver | 打车 出租车 的士 滴滴 快车 叫车 专车
hotel: hotel motel hostel accommodation room lodging inn stay airbnb check_in resort | 酒店 宾馆 旅馆 住宿 民宿 客栈 房间 招待所
ticket: ticket tickets pass admission seat fare entry | 票 门票 车票 机票 入场券 订票 座位
book: book booking reserve reservation schedule appointment arrange set_up make_an_appointment slot | 预约 预订 订 预定 约 挂号 定 订座
luggage: luggage baggage bag bags suitcase carry_on checked_bag backpack carryon | 行李 箱子 包 托运 行李箱 背包 随身
visa: visa passport permit entry immigration customs embassy border | 签证 护照 入境 通行证 海关 出入境
vaccine: vaccine vaccines vaccination shot shots immunization jab immunize | 疫苗 接种 打针 预防针
car: car vehicle auto automobile truck van suv motorcycle | 车 汽车 轿车 小车 车子 摩托 私家车
drive: drive driving driver license licence | 开车 驾驶 驾照 司机 学车
parking: park parking car_park garage parking_lot | 停车 停车场 车位 车库
traffic: traffic jam congestion rush_hour road highway route freeway | 堵车 路况 交通 拥堵 塞车 路上
tire: tire tyre tires tyres flat_tire wheel flat | 轮胎 车胎 爆胎 胎
oil: oil oil_change fluid lubricant engine | 机油 换油 油 保养
fuel: gas fuel petrol gasoline tank diesel fill_up gas_station | 汽油 油 加油 加油站
mileage: mpg mileage miles_per_gallon fuel_economy fuel_consumption fuel_efficiency gas_mileage | 油耗 百公里
maintenance: maintenance service tune_up inspection check_up servicing | 保养 维护 检修 年检 年审
distance: distance far how_far mile miles kilometer kilometre close near nearby away how_long_does_it_take | 距离 多远 远 公里 离 附近 近
direction: direction directions route way map navigate navigation gps how_do_i_get_to how_to_get_to | 路线 怎么走 导航 方向 地图 怎么去 怎么到
where: where location located place position whereabouts address | 哪里 哪儿 在哪 什么地方 位置 地点 地方 哪
nearby: near nearby nearest closest around local close_by | 附近 最近的 周边 旁边
time: time clock hour oclock timezone time_zone | 时间 几点 时区 钟 几时
date: date day calendar today month year what_day which_day | 日期 几号 哪天 日历 星期几 哪一天
when: when what_time how_soon by_when which_day at_what_time | 什么时候 何时 几点 几时 哪天 几号 时候 啥时候 啥时 多会 何日 几月
howlong: how_long how_many_days how_much_time duration take_long long_does how_soon how_quickly how_fast how_many_hours how_many_weeks | 多久 多长时间 几天 多长 多少天 好久 几个小时 几分钟 要多久 多少时间
howoften: how_often how_frequently frequency every_how_many | 多久一次 几次 频率 多长时间一次
early: early earlier sooner in_advance ahead beforehand before | 提前 早 提早 事先 预先
day: day days daily | 天 每天 日 天天 一天
week: week weekly weekend weeks | 周 星期 礼拜 周末 每周
month: month monthly months | 月 每月 每个月 一个月 月份
year: year yearly annual annually years | 年 每年 一年 全年
holiday: holiday vacation day_off pto time_off leave break festival christmas days_off | 假期 放假 请假 休假 年假 节假日 节日 休息 调休
weather: weather rain sunny forecast temperature snow hot cold climate storm wind humidity umbrella raining | 天气 下雨 气温 温度 天气预报 下雪 冷 热 雨
event: event activity meetup gathering party meeting conference happening celebration ceremony concert | 活动 聚会 线下 会议 派对 见面会 集会 演唱会 演出 晚会
safe: safe safety danger dangerous risk risky secure harmful warning alert | 安全 危险 风险 有害 危害 坏处 害处
alarm: alarm timer wake wake_up countdown stopwatch | 闹钟 定时 叫醒 计时 倒计时
calculate: calculate calculation compute math sum add_up multiply divide square_root plus minus formula | 计算 怎么算 算 公式 计算器 加减
convert: convert conversion unit inches ounces grams kilograms | 换算 转换 单位 等于多少
meaning: meaning mean definition define stand_for meant | 意思 含义 什么意思 解释 定义 指什么 啥意思
spell: spell spelling pronounce pronunciation | 拼写 怎么读 怎么写 发音 读音 念什么 怎么念
sights: attraction attractions sightseeing landmark things_to_do fun places_to_visit tourist see_and_do see_there do_there | 景点 好玩 玩 好玩的 名胜 玩的地方 哪里好玩
tripcancel: cancelled_flight missed_flight rebook change_flight | 改签 退票 误机
lostfound: lost lose losing loss missing misplace misplaced disappear disappeared cant_find cannot_find vanish gone went_missing no_longer_see dont_see | 丢 丢失 丢了 遗失 不见 不见了 弄丢 掉了 消失 没了 找不到 找不着 看不到 看不见 没有了
steal: steal stolen theft thief rob robbed robbery mugged pickpocket | 偷 被偷 小偷 盗 抢 被抢 被盗
found: found find retrieved located turned_up recovered | 找到 找回 捡到 找着
emergency: emergency urgent urgently asap critical help accident sos | 紧急 急 着急 急事 事故 加急
accident: accident crash collision hit injury injured wreck | 事故 车祸 受伤 撞
plug: plug outlet socket adapter converter voltage | 插头 插座 电压 转换器
`
