/** Cards, transfers and loans in more detail than `money.ts`: what customers of banks and lenders ask. */
export const banking = `
anywhere: anywhere everywhere any_place all_over_the_world worldwide wherever any_country any_shop all_stores places | 任何地方 到处 哪都 全国 全球 哪里都 各地
acceptplace: where_can_i_use where_can_i_pay accepted_at who_accepts take_my_card merchants businesses stores_that | 哪里能用 哪里可以用 在哪用 哪些商户 哪些店能用 支持哪些
unpermitted: without_my_permission without_permission without_my_knowledge without_my_consent not_authorised random_purchase didnt_do_this someone_else_used somebody_used not_by_me i_did_not_do wasnt_me | 未经允许 擅自 不是我操作 不是本人 被人用了 没经过我 莫名
trapped: trapped stuck_in swallowed_by ate_my eaten wont_give_back kept_my took_my_card machine_took machine_kept machine_ate | 吞 吞卡 卡在里面 不吐 取不出来 被吞
second2: second another additional extra more_than_one multiple one_more two_of | 第二张 再办一张 多一张 两张 副卡 另一张 多办
lesscash: only_got only_received only_gave gave_me_less less_than_i got_less short_changed wrong_amount didnt_get_all dispensed not_dispense partly | 少给 只给 少吐 给少了 没吐钱 金额不符 少出钱
notmine: dont_recognise dont_recognize do_not_recognize not_mine never_made did_not_make havent_made unfamiliar strange_payment strange_withdrawal strange_charge | 不认识 不是我的 没做过 不明 陌生 没消费过
freezeit: freeze block lock_my_card put_a_block stop_my_card disable_card suspend_card | 冻结 锁卡 挂失 止付 停卡 停用
pinblocked: pin_blocked blocked_pin wrong_pin too_many_attempts too_many_tries locked_out entered_too_many unblock_pin | 密码锁定 锁住 输错太多 次数太多 被锁 密码锁了
cardpin: pin pin_number card_pin pin_code set_pin new_pin | 密码 取款密码 卡密码 支付密码 交易密码
cardarrive: card_arrive card_delivery card_in_the_mail waiting_for_my_card card_not_come get_my_card receive_my_card card_arrived | 卡没到 卡什么时候到 寄卡 收卡 卡还没收到
cardexpire: card_expire card_expired expired_card card_expiry card_about_to_expire renew_card | 卡过期 卡到期 有效期 换卡 续卡
activatecard: activate_card activate_my_card card_activation start_using_card card_working first_use | 激活卡 开卡 激活 启用卡 开通卡
contactless2: contactless tap_to_pay wave tap paywave | 免密支付 闪付 感应支付 小额免密
decline: decline declined rejected refused denied not_go_through didnt_go_through turned_down not_accepted bounced | 被拒 拒绝 失败 不成功 没通过 支付失败 交易失败
pendingpay: pending in_progress processing not_completed still_pending hasnt_gone_through waiting_to_clear | 处理中 未完成 待处理 在途 没入账 还在处理 处理
reverted: reverted reversed returned_to_me cancelled_by_bank bounced_back disappeared_from | 冲正 退回来 被退回 撤回 返回来
transferfail: transfer_failed failed_transfer transfer_declined cant_transfer unable_to_transfer transfer_not_work | 转账失败 转不了 转不出去 转账不成功 转不进
transferlate: transfer_not_arrived transfer_pending money_not_arrived how_long_transfer transfer_take transfer_time transfer_arrive when_transfer | 转账没到 转账多久 转账到账 对方没收到 几天到账
transferwrong: wrong_account wrong_person wrong_recipient sent_to_wrong transferred_to_wrong wrong_account_number | 转错 打错账户 转给别人 转错人 输错账号
transfercancel: cancel_transfer undo_transfer stop_transfer take_back_transfer reverse_transfer recall_payment cancel_payment | 撤销转账 取消转账 追回 撤回转账
topupfail: top_up_failed top_up_declined top_up_not_work cant_top_up top_up_rejected top_up_reverted top_up_cancelled topup_failed | 充值失败 充不了 充不进去 充值不成功
topuplimit: top_up_limit maximum_top_up how_much_can_i_top_up limit_on_top | 充值限额 充值上限 最多充
autotopup: auto_top_up automatic_top_up automatically_top | 自动充值 自动续
balancewrong: balance_not_updated balance_wrong balance_not_changed balance_didnt_change balance_incorrect | 余额不对 余额没变 余额没更新
cashdeposit: deposit_cash deposit_cheque deposit_check pay_in_cash paid_in_cash cash_deposit | 存现金 存支票 存现
extracharge: extra_charge additional_charge hidden_fee unexpected_charge strange_fee charged_extra fee_on_statement dollar_charge | 多扣 乱扣费 额外收费 莫名扣费 隐形收费
ratewrong: wrong_exchange_rate rate_wrong bad_rate exchange_rate_wrong wrong_rate | 汇率不对 汇率错 算错汇率
verifyid: verify_my_identity identity_verification prove_my_identity verify_identity id_check verify_who | 身份验证 实名认证 核验身份 人脸验证
sourceoffunds: source_of_funds where_does_the_money_come where_money_from origin_of_money | 资金来源 钱从哪来
supportcountry: supported_countries which_countries countries_do_you countries_supported in_my_country available_in_my_country live_in | 支持哪些国家 哪些地区 哪些国家
currencies: currencies which_currencies hold_currency other_currencies foreign_currency multiple_currencies | 币种 哪些货币 外币 多币种
visamaster: visa mastercard visa_or_mastercard amex american_express card_type | visa 万事达 银联 运通 卡种
wages: salary wages paycheck paid_by_employer receive_salary payroll into_my_account | 工资 发工资 代发 薪水
closeacct: close_my_account close_account delete_account terminate_account leave_your_bank shut_account | 销户 注销账户 关闭账户 不用了
invited: invited invitation whitelist selected_users not_invited eligible_users open_to | 受邀 邀请 白名单 邀请制 没受邀 开放 没资格 有资格
assess: assessment assess credit_check evaluate review_result comprehensive evaluation reviewed | 评估 综合评估 审核 评审 资质 审查 评分
reviewfail: application_rejected not_approved application_declined review_failed didnt_pass turned_down | 审核不通过 没通过审核 审核失败 被拒 拒贷 没批
disburse: disburse disbursement loan_paid_out money_released loan_arrive funds_released | 放款 下款 到账 打款 拨款 批款
loanpurpose: loan_purpose use_loan_for what_can_i_use_the_loan purpose_of | 用途 借来干嘛 用来做什么 资金用途
term: term repayment_term how_many_months number_of_instalments instalment_plan installments tenor | 期限 几期 多少期 分几期 几个月 期数 分期 借多久
partrepay: partial_repayment repay_part pay_some part_of_the_loan | 部分还款 还一部分 先还一部分 只还
manualrepay: repay_manually manual_repayment pay_myself active_repayment | 手动还款 主动还款 自己还
autodeduct: automatic_deduction deducted_automatically auto_debit automatic_repayment direct_debit | 自动扣款 自动还款 自动扣 代扣 系统扣款
deductfail: not_deducted deduction_failed didnt_deduct failed_to_deduct why_not_deducted | 没扣款 扣款失败 没扣 扣不了 未扣款 没有扣款 不扣款
repayday: repayment_date payment_date due_day bill_date statement_date | 还款日 账单日 还款日期 几号还 还款时间 扣款日
latefee: late_fee penalty_interest overdue_interest late_charge | 罚息 逾期费 滞纳金 逾期利息 违约金
creditreport: credit_report credit_history credit_bureau credit_record affect_my_credit | 征信 信用记录 上征信 影响征信 黑户 征信报告
limitup: raise_my_limit increase_limit higher_limit limit_increase more_credit | 提额 提高额度 涨额度 额度低 额度太少 增加额度
limitdown: limit_reduced lower_limit limit_decreased limit_gone | 降额 额度没了 额度降低 额度变少 额度减少
limitback: limit_restored limit_restore available_limit limit_available | 额度恢复 恢复额度 可用额度 循环额度
borrowagain: borrow_again another_loan second_loan loan_again re_borrow | 再借 还能借 继续借 再次借款 二次借款 又借
repayproof: settlement_certificate payoff_letter proof_of_payment loan_certificate paid_off_letter | 结清证明 还清证明 结清 贷款证明 证明
contractview: loan_contract view_contract loan_agreement see_my_contract | 借款合同 合同 查看合同 电子合同 协议
bindcard: add_card link_card add_bank_card bind_card link_my_card add_my_card | 绑卡 绑定银行卡 添加银行卡 加卡 绑银行卡
changecard: change_card change_bank_card switch_card replace_bank_card different_card other_card | 换卡 换银行卡 更换银行卡 改卡 换张卡 更换还款卡
removecard: remove_card unlink_card delete_card unbind_card | 解绑 解绑银行卡 删除银行卡 解卡
phonecall: verification_call call_me_back callback confirmation_call waiting_for_call missed_call answer_the_call | 审核电话 回访 电话确认 来电 打电话 没接到电话 接电话 确认电话
systembusy: system_busy try_again_later busy server_error network_busy | 系统繁忙 网络繁忙 稍后再试 系统异常 繁忙 系统错误
`
