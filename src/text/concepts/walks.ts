/** Walks of life beyond shops and programs: school, health, law, insurance, travel, work, home. */
export const walks = `
enrolment: enrol enroll enrolment enrollment register_for_course sign_up_for_class course_registration admission admissions | 报名 选课 报班 入学 录取 招生 报课
tuition: tuition tuition_fee school_fee course_fee course_price class_price | 学费 课时费 报名费 培训费 课程价格
timetable: timetable schedule class_schedule lesson_time course_dates when_is_class start_of_class class_time | 课表 上课时间 几点上课 课程安排 时间表 开课 什么时候上课
startcourse: course_start start_date begin_date next_intake next_course first_lesson kick_off | 开课 开班 开学 什么时候开始 首课 下一期
absent: absent absence skip_class miss_class cant_attend miss_lesson day_off sick_note | 请假 缺课 没上课 来不了 落下课 缺勤 旷课
makeup: make_up catch_up makeup_class make_up_lesson recording missed_lesson | 补课 补上 回放 补看 跟上
deadline: deadline due_date hand_in submission_date submit_by last_day latest_date cutoff cut_off | 截止 最后一天 提交时间 期限 ddl 交作业 截止日期
grade: grade grades mark marks score result results pass_mark gpa | 成绩 分数 得分 及格 绩点 结果
examdate: exam_date test_date exam_time when_is_the_exam | 考试时间 几号考 考期 什么时候考
passfail: pass_the_exam fail_the_exam failed_exam resit retake flunk | 挂科 补考 不及格 重考 没过 重修
degree: degree diploma bachelor master phd graduate graduation | 学位 毕业 本科 硕士 研究生 毕业证
scholarship: scholarship grant bursary financial_aid student_loan | 奖学金 助学金 助学贷款 补助
dorm: dorm dormitory campus_housing student_housing roommate | 宿舍 寝室 住宿 室友 舍友
library: library borrow_book return_book library_card loan_period | 图书馆 借书 还书 借阅证 续借
textbook: textbook course_book reading_list workbook course_material | 教材 课本 书 课件 参考书
tutor: tutor tutoring private_lesson one_to_one one_on_one mentor | 家教 一对一 辅导 答疑 私教
teachermsg: contact_teacher ask_teacher office_hours_teacher reach_the_instructor | 问老师 联系老师 老师答疑
levelof: level beginner intermediate advanced prerequisite suitable_for need_experience | 基础 零基础 初级 进阶 难度 适合 门槛
certificateget: get_certificate receive_certificate certificate_of_completion issue_certificate | 发证书 拿证 结业证 证书怎么领 电子证书
doctorvisit: see_a_doctor doctor_appointment gp consult consultation specialist make_appointment_with_doctor | 看医生 挂号 就诊 问诊 看病 门诊 专家号
prescription: prescription prescribe refill medicine_refill pharmacy chemist drugstore | 处方 开药 药店 拿药 药房 续方
dosage: dose dosage how_many_pills tablets pill pills take_medicine how_often_take overdose | 用量 吃几粒 一天几次 剂量 吃药 服用 药量
sideeffect: side_effect side_effects adverse reaction allergic_reaction harmful | 副作用 不良反应 过敏反应 伤身体 有害
symptom: symptom symptoms sign_of signs fever headache cough nausea dizzy dizziness vomiting | 症状 头疼 头痛 头晕 恶心 呕吐 拉肚子 腹泻 发热 咳嗽
contagious: contagious infectious spread transmit transmission catch_it infect infected virus | 传染 感染 病毒 传播 会传染
covid: covid coronavirus corona pandemic quarantine isolate isolation mask masks lockdown | 新冠 疫情 隔离 口罩 核酸 抗原 阳性
testresult: test_result lab_result blood_test test_results checkup check_up screening scan_result | 检查结果 化验 体检 报告 验血 检测
surgery: surgery operation surgeon operate anaesthetic | 手术 开刀 做手术 住院 麻醉
recoverill: recover recovery heal healing get_better how_long_to_recover cure cured | 康复 好转 痊愈 恢复 治好
mental: anxiety depression therapy therapist counselling counseling mental_health panic | 心理 焦虑 抑郁 心理咨询 情绪
diet: diet eat_healthy nutrition lose_weight calories vegetarian healthy_eating | 饮食 减肥 营养 减脂 节食 忌口
vitamin: vitamin supplement supplements protein_powder minerals | 维生素 补品 营养品 保健品 蛋白粉
babycare: newborn infant breastfeed breastfeeding formula diaper nappy | 宝宝 奶粉 喂奶 尿布 新生儿 母乳
dentist: dentist dental tooth teeth braces filling wisdom_tooth | 牙医 牙齿 补牙 拔牙 智齿 牙套
glasses: glasses eyesight eye_test contact_lenses optician | 眼镜 视力 配镜 隐形眼镜 近视
donateblood: donate donation blood_donation charity | 捐 捐款 献血 公益 捐赠
claim: claim make_a_claim file_a_claim insurance_claim reimbursement payout pay_out | 理赔 报销 索赔 赔付 保险金
premium: premium insurance_cost insurance_price monthly_premium | 保费 交多少保险 保险多少钱
covered: covered coverage cover does_it_cover is_it_covered included_in_policy | 保障范围 保不保 报不报 包含 赔不赔 保什么
policyterm: policy policy_number contract_number policy_document | 保单 合同 保单号 条款
deductible: deductible excess copay co_pay out_of_pocket | 免赔 自付 免赔额 起付线
beneficiary: beneficiary heir inherit inheritance will | 受益人 继承 遗产 遗嘱
lawsuit: sue lawsuit court legal lawyer attorney legal_action judge | 起诉 律师 法院 打官司 仲裁 法律
rightsof: right rights entitled legal_right consumer_rights | 权利 权益 合法 消费者权益
divorce: divorce custody alimony separation | 离婚 抚养权 分居 财产分割
contractsign: sign_contract contract agreement terms breach | 签合同 合同 违约 违约金 协议
permit: permit license licence registration apply_for_license renew_license | 许可证 执照 办证 营业执照 证件
householdreg: residence_permit residency household_registration register_address | 户口 居住证 落户 暂住证 迁户口
socialsec: social_security pension medicare unemployment benefits_office | 社保 医保 公积金 养老金 失业金 五险一金
taxreturn: tax_return file_taxes tax_refund tax_declaration income_tax | 报税 退税 个税 税务 申报
vehiclereg: car_registration license_plate number_plate vehicle_registration mot | 车牌 上牌 行驶证 年检 年审 过户
trafficfine: traffic_fine speeding_ticket parking_ticket fine penalty_points | 罚单 违章 扣分 罚款 违停
flightdelay: flight_delay delayed_flight flight_status on_time gate terminal flight_number | 航班延误 晚点 航班动态 航站楼 登机口 航班号
boardingpass: boarding_pass check_in_online online_check_in seat_selection choose_seat window_seat aisle_seat | 登机牌 值机 选座 在线值机 靠窗
baggageallow: baggage_allowance luggage_allowance carry_on hand_luggage checked_bag excess_baggage weight_limit | 行李额 托运 随身行李 超重 几公斤 手提行李
lostbag: lost_luggage lost_baggage luggage_missing bag_missing | 行李丢了 行李不见 丢行李
refundticket: refund_ticket cancel_ticket cancel_flight return_ticket | 退票 退票费 退机票
upgradeseat: upgrade_seat business_class first_class economy upgrade_my_seat | 升舱 头等舱 商务舱 经济舱 商务座
checkinhotel: check_in_time check_in check_out check_out_time late_checkout early_check_in | 入住 退房 入住时间 办理入住 延迟退房
roomtype: room_type double_room single_room twin suite bed_type extra_bed | 房型 大床房 双床 标间 加床 套房
breakfast: breakfast breakfast_included lunch dinner buffet half_board meal_plan | 早餐 含早 早饭 自助餐 餐食
visaapply: visa_application apply_for_visa need_a_visa visa_free visa_on_arrival | 签证 办签证 免签 落地签 需要签证
passportrenew: renew_passport passport_renewal passport_expire new_passport | 护照 换护照 办护照 护照到期
itinerary: itinerary route plan_trip sightseeing_plan tour_plan day_trip | 行程 路线 攻略 一日游 行程安排
guide: tour_guide guided_tour tour | 导游 跟团 团游 讲解
carrental: rent_a_car car_rental hire_car car_hire rental_car | 租车 自驾 取车 还车
airporttransfer: airport_transfer airport_shuttle pick_up_from_airport airport_pickup airport_bus | 接机 送机 机场大巴 机场接送
exchange2: exchange_money currency_exchange change_money foreign_currency | 换钱 换外币 兑换外币 换汇
plugadapter: adapter adaptor power_plug socket_type voltage | 转换插头 插座 电压
jetlag: time_difference jet_lag time_zone | 时差 倒时差 时区
packlist: pack packing what_to_bring bring_with what_do_i_need_to_bring should_i_bring | 带什么 准备什么 要带 需要带 带哪些
dresscode: dress_code what_to_wear wear clothing formal casual | 穿什么 着装 正装 服装要求
pets: pet_friendly bring_my_dog dogs_allowed pets_allowed bring_pet with_my_dog | 带宠物 宠物能进 带狗 能带猫
kids: bring_kids with_children kids_allowed child_friendly children_allowed age_limit minimum_age how_old_must | 带孩子 小孩能 儿童 带小孩 年龄限制 多大可以 几岁可以
wheelchair: wheelchair disabled accessible accessibility disability | 轮椅 无障碍 残疾 残障
smoking: smoke smoking cigarette vape | 抽烟 吸烟 戒烟 电子烟
lostitem: lost_item left_behind leave_behind lost_and_found left_my forgot_my | 落下 失物招领 忘拿 东西丢了 遗失物品 忘带走
wifiguest: guest_wifi wifi_password internet_password free_wifi wifi_code | wifi密码 无线密码 免费wifi 有网吗 连网密码
parkingspace: parking_space parking_spot park_my_car where_to_park car_park parking_fee free_parking | 停车 停车位 停哪 停车费 停车场 车位
chargecar: charging_station ev_charger electric_car charge_my_car | 充电桩 充电站 电动车充电
leaveapply: leave_request annual_leave vacation_request time_off days_off sick_leave maternity_leave | 请假 年假 病假 休假 产假 事假
payslip: payslip pay_slip pay_stub salary_slip payroll | 工资条 工资单 薪资单
overtime: overtime extra_hours work_late | 加班 加班费 调休
resign: resign resignation quit_my_job notice_period hand_in_notice | 离职 辞职 交接 提离职
fired: fired laid_off dismissed sacked layoff redundancy severance | 辞退 裁员 开除 解雇 被炒
onboarding: onboarding first_day new_hire new_employee orientation | 入职 新员工 报到 入职手续
expense: expense expenses reimburse expense_report business_trip travel_expense | 报销 差旅 报账 出差
meetingbook: book_a_room meeting_room reserve_room conference_room | 会议室 订会议室 预约会议室
remote: remote work_from_home wfh home_office telework | 远程 在家办公 居家办公
badge: badge access_card id_badge key_card door_card entry_card fob | 工牌 门禁 门禁卡 门卡
boss2: boss manager supervisor hr human_resources | 领导 上级 人事 hr 主管
landlord: landlord tenant lease rental_agreement rent_increase | 房东 租客 租约 租房合同 涨租
moveout: move_out move_in moving relocation change_address vacate | 搬家 退租 搬出 入住 搬走
depositback: deposit_back get_deposit_back security_deposit return_deposit | 押金 退押金 保证金
repairhome: plumber leak leaking tap pipe blocked drain electrician heater heating_broken | 漏水 水管 堵了 维修 马桶 暖气 跳闸
utilitybill: electricity_bill water_bill gas_bill utility_bill meter_reading | 水费 电费 燃气费 物业费 抄表
garbage: garbage trash rubbish recycling bin_day waste | 垃圾 垃圾分类 倒垃圾 回收
noise: noise noisy loud neighbour neighbor quiet_hours | 吵 噪音 扰民 邻居 太吵
cleaningsvc: cleaner cleaning_service housekeeping maid | 保洁 钟点工 打扫 家政
nanny: nanny babysitter childcare daycare kindergarten | 保姆 月嫂 托班 幼儿园 带娃
haircut: haircut barber hairdresser salon hair_dye | 理发 剪头发 染发 烫头发
gymmember: gym fitness gym_membership workout_plan personal_trainer | 健身房 健身卡 私教 锻炼
wedding: wedding marriage_certificate marry get_married engagement | 结婚 婚礼 领证 婚纱 彩礼
funeral: funeral death died passed_away deceased | 去世 葬礼 过世 死亡
religion: church temple prayer religion | 教堂 寺庙 拜佛 宗教
zodiac2: horoscope zodiac fortune dream_meaning dream_about | 运势 算命 解梦 梦见 梦到 星座
lyrics: lyrics song_name name_of_song what_song_is_this who_sings soundtrack theme_song | 歌名 什么歌 歌词 背景音乐 插曲 主题曲 bgm
filmname: name_of_movie what_movie movie_title which_film | 电影名 什么电影 求片名 叫什么电影
novel: novel novels fanfiction web_novel fiction similar_books | 小说 小说名 类似小说 网络小说 言情 玄幻
poem: poem poetry verse couplet essay composition | 诗 古诗 作文 诗句 对联 造句
riddle: riddle puzzle brain_teaser guess_word | 谜语 猜谜 脑筋急转弯 打一字 猜成语 疯狂猜图
homeworkq: math_problem equation solve_this exercise_answer answer_key | 数学题 解方程 答案 练习题 怎么解
translateto: translate_to how_do_you_say in_english in_spanish in_chinese what_is_the_word | 英语怎么说 翻译成 用英语 英文怎么说
handwriting: handwriting calligraphy stroke radical | 书法 笔画 偏旁 部首 练字
pinyin: pronounce pronunciation pinyin how_to_read | 拼音 读音 怎么读 多音字
makeup2: makeup cosmetics lipstick skincare foundation mascara mask cleanser | 化妆 口红 护肤 面膜 粉底 洗面奶 化妆品
acne: acne pimple pimples blackhead dark_circles oily_skin | 痘痘 黑头 祛痘 黑眼圈 青春痘 痘印
tattoo: tattoo piercing mole scar | 纹身 痣 疤痕 耳洞
outfit: outfit match_clothes goes_with style fashion | 搭配 穿搭 配什么 款式 衣服搭配
shoes: shoes sneakers boots heels sandals | 鞋 运动鞋 靴子 高跟鞋 球鞋
bagpurse: handbag purse wallet backpack | 包 包包 手提包 钱包 背包
jewelry: jewelry jewellery ring necklace gold diamond_ring watch | 首饰 戒指 项链 黄金 手表 钻戒
football: football soccer world_cup premier_league goal scorer | 足球 世界杯 欧冠 进球 球员
basketball: basketball nba | 篮球 nba 球星
chess: chess cards board_game mahjong poker | 象棋 麻将 扑克 棋牌 斗地主
celebrity: celebrity star idol actor actress fan | 明星 偶像 演员 粉丝 爱豆
tvshow: tv_series show episodes drama season_finale | 电视剧 综艺 连续剧 第几集 大结局
livingcost: cost_of_living living_expenses | 生活费 生活成本 开销
population: population capital country_size how_many_people_live | 人口 首都 面积
history: history historical dynasty war century ancient | 历史 朝代 战争 古代
science: planet earth moon star physics chemistry | 星球 地球 月亮 物理 化学
animal: animal lion bird fish snake insect | 动物 鸟 鱼 蛇 虫子
`
