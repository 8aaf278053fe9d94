/** Paying, cards, banks, loans, prices, taxes. */
export const money = `
money: money cash fund funds dollar dollars buck bucks pound pounds euro euros yuan rmb | 钱 现金 资金 款 款项 金额 元 块钱
pay: pay payment settle pay_off pay_for remit paying checkout | 支付 付款 付钱 交钱 缴费 交费 打款 买单 结账 缴 付
price: price cost how_much pricing quote worth value rate expensive cheap what_does_it_cost | 价格 多少钱 价钱 价位 报价 贵 便宜 怎么卖 要钱 售价 花费 几块钱 多少元
fee: fee charge charges cost commission surcharge expense | 费用 手续费 收费 服务费 年费 会费 要钱 扣费 收钱 工本费
free: free free_of_charge no_charge no_cost for_free complimentary gratis cost_nothing without_paying | 免费 不要钱 不收费 不花钱 白送 免 赠送
charged: charge charged overcharge overcharged deduct deducted debit debited bill billed took_from taken_from | 扣款 扣钱 扣费 被扣 扣了 多扣 扣除 代扣 扣
twice: twice double duplicate duplicated two_times two_charges again repeated repeat | 重复 两次 多次 双倍 两遍 再次 一直 反复 老是
refund: refund reimburse reimbursement money_back get_back chargeback return_my_money retract | 退款 退钱 退费 返还 退回 退货退款 返款 退
cashback: cashback cash_back rebate reward | 返现 返利 返点
discount: discount coupon promo promotion voucher sale deal offer special bargain cheaper promo_code code savings | 优惠 折扣 打折 优惠券 满减 特价 促销 券 红包 便宜 优惠码 活动价 代金券 免息券
invoice: invoice receipt bill fapiao tax_invoice proof_of_purchase | 发票 收据 开票 票据 凭证 小票
bill: bill statement invoice account_statement dues utility owe | 账单 帐单 对账单 流水 欠款 借据 费用单
card: card credit_card debit_card bank_card visa mastercard amex plastic | 卡 银行卡 信用卡 储蓄卡 借记卡 卡片 卡号
virtualcard: virtual_card virtual disposable temporary_card online_card | 虚拟卡 临时卡
bank: bank banking branch bank_account financial_institution | 银行 网银 开户行 支行 银行账户
atm: atm cash_machine cashpoint cash_point bank_machine teller machine | 取款机 提款机 自动取款机 柜员机 atm
withdraw: withdraw withdrawal take_out take_money_out cash_out get_cash get_money take_cash took_out pull_out get_money_out getting_cash | 提现 取现 取款 取钱 提款 取出 提出来 取出来 提取 提
deposit: deposit top_up topup add_money put_money load fund reload refill recharge paid_in pay_in add_fund add_funds top_ups topping_up topped_up | 充值 存款 存钱 入金 充钱 充 存入 充话费 续费
transfer: transfer move send send_money wire remit remittance sent transaction transferring send_funds | 转账 汇款 转帐 打钱 转钱 汇 转给 转出 转入 划转
recipient: recipient beneficiary payee receiver friend | 收款人 对方 收款方 收件人
balance: balance remaining left total how_much_money available_funds amount_left how_much_is_in | 余额 剩余 还剩 剩多少 结余 剩下
transaction: transaction payment purchase transfer activity charge spending spent history | 交易 流水 消费 账目 订单 交易记录 消费记录
unknownpay: recognise recognize unrecognised unknown unfamiliar unauthorized unauthorised strange weird suspicious not_mine i_didnt_make did_not_make didnt_authorize not_make never_made | 不认识 未知 陌生 不是我 可疑 莫名其妙 不明 异常
pending: pending processing waiting in_progress not_yet still_waiting hold on_hold delayed outstanding unprocessed | 处理中 审核中 等待 待处理 还没到 未到账 进行中 待审核 待发货 等
arrive: arrive arrival come receive received get_here reach delivered show_up deliver gone_through go_through clear land | 到账 到帐 收到 入账 到了 没到 收到货 到货 送达 到 下来 放款 下款
instant: instant immediately right_away instantly real_time straight_away at_once quickly fast asap | 立刻 马上 实时 即时 秒到 立即 当天 当场
exchange: exchange exchange_rate convert conversion currency currencies foreign forex fiat rate | 汇率 兑换 换汇 货币 外币 外汇 换成
overseas: abroad overseas foreign international country countries outside worldwide another_country other_countries travel travelling traveling | 国外 境外 海外 外国 国际 国家 出国 跨境 外地
borrow: borrow loan lend lending credit mortgage finance installment instalment advance | 借款 借钱 贷款 借 贷 借贷 放贷 分期 花呗 借呗 信贷 网贷
repay: repay repayment pay_back pay_off payback settle_loan pay_down | 还款 还钱 还清 还贷 归还 还上 偿还 还不上 还掉 结清 还欠款
prepay: early_repayment prepay pay_early ahead_of_time pay_off_early in_advance | 提前还款 提前还 提前还清 提前结清 一次性还清 提前
interest: interest interest_rate apr apy rate percentage yield | 利息 利率 日息 月息 年利率 收益率 计息 息
limit: limit maximum max cap restriction restrict ceiling minimum min how_many allowed quota lowest highest | 额度 限额 上限 最多 最高 限制 最少 最低 下限 名额 封顶 至少
raise: increase raise higher more boost upgrade improve grow expand extend up | 提高 提升 增加 提额 上升 涨 升 加大 变高 增长 上调 提额度
lower: decrease reduce lower less cut drop lessen minimize shrink | 降低 减少 下降 降 减 变低 降额 调低 缩小
overdue: overdue late late_fee past_due miss_payment missed missed_payment penalty default behind delinquent | 逾期 过期 超期 没还 罚息 滞纳金 晚还 迟还 违约
postpone: postpone delay defer extend extension put_off later reschedule push_back | 延期 推迟 延后 推后 晚几天 宽限 缓 展期 改期 延长 晚点
due: due due_date deadline by_when expire payday pay_day when_do_i_have_to | 到期 截止 期限 还款日 几号 最后期限 日期 截止日期
credit: credit credit_score fico credit_rating rating history credit_report score | 信用 征信 信用分 信誉 芝麻分 评分 信用记录
approve: approve approval accept accepted qualify eligible pass apply application | 审批 审核 批准 通过 批 批下来 过审 审批通过
apply: apply application request submit file fill_out | 申请 办理 提交 办 申领 填写 怎么办理
eligible: eligible eligibility qualify qualified requirement requirements criteria condition conditions entitled who_can prerequisite | 条件 资格 要求 符合 门槛 什么人
salary: salary income wage paycheck payday earnings pay_check paid compensation payroll raise | 工资 薪水 薪资 收入 待遇 月薪 底薪
tax: tax taxes vat irs withholding taxation deduction | 税 税费 纳税 交税 个税 税率 报税
insurance: insurance insure coverage policy cover premium claim benefit benefits | 保险 投保 理赔 保障 参保 社保 医保 保单
invest: invest investment stock stocks fund share shares portfolio saving savings trade 401k retirement pension | 投资 理财 股票 基金 收益 余额宝 存款 养老 养老金 炒股
autopay: autopay auto_pay automatic automatically recurring direct_debit standing_order auto_renew auto_renewal auto autopayment subscription scheduled | 自动 自动扣款 自动续费 代扣 自动还款 连续包月 自动续订
cheque: check checks cheque checkbook checkbooks chequebook | 支票
swallow: swallow swallowed swallows ate eat keep kept retain retained stuck took_my confiscated | 吞卡 吞了 被吞
contactless: contactless tap tap_to_pay nfc tapping | 闪付 感应 非接触 刷
applepay: apple_pay google_pay applepay googlepay wallet mobile_payment samsung_pay paypal | 微信支付 支付宝 钱包 零钱 扫码支付 applepay 云闪付
income: earn earnings make_money profit gain revenue | 赚钱 赚 收益 挣钱 盈利 收入
spend: spend spending spent expenditure expense use_money cost_me | 花 花费 消费 花了 支出 花钱
cheat: cheat scam fraud fraudulent trick rip_off fake | 骗 诈骗 骗人 作弊 欺诈 假的 忽悠 外挂
creditline: credit_limit line_of_credit spending_limit | 信用额度 授信额度 额度
wrongamount: wrong_amount incorrect_amount less_than more_than different_amount not_enough missing short too_much wrong incorrect not_right | 金额不对 少了 多了 不对 数目不对 少给 对不上
proof: proof certificate statement letter evidence document verification | 证明 凭证 证书 结清证明 单据 回执
owner: owner belong ownership mine hold | 户主 本人 所有人 主人
`
