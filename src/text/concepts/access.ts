/** Accounts, signing in, identity, devices and programs. The form is told in `read.ts`. */
export const access = `
account: account profile | 账号 账户 帐号 帐户 户头 账户信息
login: login log_in log_into logon log_on signin sign_in sign_into get_into get_in access | 登录 登陆 登入 登不上 登不了 登不进 上不去 进不去 登不上去 登
logout: logout log_out log_off signout sign_out sign_off | 退出登录 登出 下线 退出账号
signup: signup sign_up register registration enroll enrol join subscribe create_account create_an_account open_account open_an_account set_up_account set_up_an_account | 注册 报名 登记 开户 申请账号 注册账号 加入
leave: leave quit unsubscribe opt_out withdraw_from drop_out resign | 退出 退群 离开 退订 退会 不玩了 退团
deactivate: deactivate close_account delete_account cancel_account terminate close_my_account delete_my_account cancel_my_account shut_down close_down | 销户 注销 注消 停用 注销账号 删除账号 关闭账号 销号
password: password passcode pin code passphrase pass_code pin_code pincode credential | 密码 口令 暗号 支付密码 登录密码
checkcode: verification_code otp confirmation_code sms_code security_code one_time_code auth_code | 验证码 校验码 动态码 短信码 动态密码
forget: forget forgot cant_remember dont_remember no_longer_remember | 忘 忘记 忘了 想不起来 记不得 不记得 记不住 忘掉
reset: reset recover recovery restore regain retrieve get_back | 重置 找回 重设 恢复 还原 取回 初始化
verify: verify verification confirm confirmation prove proof validate validation authenticate authentication | 验证 核实 认证 确认 核验 校验 证明 审核
identity: identity identification id id_card passport ssn kyc licence license | 身份 身份证 实名 证件 实名认证 身份信息 身份证号 驾照
username: username nickname screen_name display_name handle user_name name call_me | 用户名 昵称 会员名 网名 名字 名称 名片 叫什么 姓名 改名
details: detail information info personal_detail personal_information data profile | 资料 信息 个人信息 个人资料
phone: phone mobile cell cellphone telephone smartphone phone_number mobile_number cell_phone iphone android handset | 手机 电话 手机号 号码 手机号码 电话号码 手机卡 机子
email: email mail e_mail inbox gmail mailbox | 邮箱 邮件 电子邮件 电邮 信箱
device: device phone tablet computer laptop pc desktop ipad machine mac hardware | 设备 手机 电脑 平板 计算机 机器 笔记本 手提电脑
app: app application client program | app 应用 软件 客户端 程序 小程序
software: software program tool application package plugin extension | 软件 程序 工具 插件 应用
web: website site webpage web page portal url link homepage | 网站 网页 网址 链接 页面 官网 地址
browser: browser chrome firefox safari edge | 浏览器 谷歌浏览器
download: download install installation setup set_up get_the_app | 下载 安装 装 下 下到 装上
uninstall: uninstall remove delete | 卸载 删除 删掉
upgrade: upgrade update version latest_version patch new_version | 升级 更新 版本 新版 最新版 升
upload: upload attach submit import | 上传 导入 发上去 传
export: export save backup back_up copy | 导出 保存 备份 拷贝 转存
sync: sync synchronize synchronise link connect pair | 同步 连接 关联
bind: link bind connect associate attach pair tie | 绑定 关联 绑 绑卡 捆绑 连接
unbind: unlink unbind disconnect detach unpair | 解绑 解除绑定 取消绑定 解除关联
connect: connect connection network internet wifi wi_fi online signal hotspot broadband router | 网络 联网 连接 连不上 上网 信号 无线 wifi 宽带 网速 路由器 连网
crash: crash freeze freezes hang hangs lag stuck slow unresponsive laggy | 闪退 卡死 卡顿 死机 崩溃 没反应 卡住 卡 打不开 黑屏
bug: bug glitch error fault defect malfunction problem issue | 错误 故障 bug 出错 报错 异常 毛病 问题
fail: fail fails failure unsuccessful decline declined reject rejected refuse denied deny didnt_go_through not_go_through wont_go_through bounce bounced not_work not_working doesnt_work didnt_work wont_work isnt_working stop_working not_accept not_accepted | 失败 不成功 没成功 不了 不行 没法 用不了 未成功 无法 不能 不通过 没通过 未通过 被拒 拒绝 打不开 不好使 没用 失灵 驳回
broken: broken break broke damaged damage faulty defective malfunction out_of_order not_working doesnt_work torn crack cracked shattered | 坏 坏了 损坏 破损 故障 出故障 失灵 碎了 裂 破
fix: fix repair mend solve resolve troubleshoot sort_out correct service | 修 修理 维修 修复 解决 处理 弄好 返修
settings: setting settings option preference preferences configuration configure adjust | 设置 设定 选项 配置 调
notification: notification notify alert reminder push message ping | 通知 提醒 推送 消息提醒 提示 警报
mutealert: mute silence unsubscribe turn_off_notification stop_notification do_not_disturb quiet | 免打扰 静音 屏蔽消息 关闭通知 消息免打扰
privacy: privacy private personal_data secret confidential gdpr hide | 隐私 保密 私密 泄露 个人隐私
security: security secure safe safety protect protection | 安全 保护 保障 靠谱 可靠
hack: hack hacked hacker compromised compromise stolen_account someone_else_use someone_else_using fraud fraudulent unauthorized unauthorised suspicious someone_use someone_using scam scammed phishing | 被盗 盗号 盗用 盗刷 诈骗 骗子 被骗 可疑 黑客 欺诈 别人用
permission: permission allow allowed permit permitted authorize authorise access right rights privilege eligible entitled | 权限 允许 授权 准许 许可 资格 可以
storage: storage memory space disk capacity | 存储 内存 空间 容量 硬盘
battery: battery power charge charger charging dead_battery | 电池 电量 充电 没电 耗电 充电器
screen: screen display monitor brightness | 屏幕 显示屏 亮度 显示器 屏
camera: camera webcam photo picture lens | 相机 摄像头 拍照 镜头
video: video movie film clip stream footage | 视频 影片 录像 片子
sound: sound audio volume voice noise speaker headphone mic microphone loud mute | 声音 音量 语音 音频 没声音 耳机 麦克风 麦
music: music song track playlist album tune singer artist melody lyric | 音乐 歌 歌曲 主题曲 插曲 曲子 歌词 歌手 片尾曲 片头曲
picture: picture photo image avatar pic icon screenshot | 图片 照片 头像 图 相片 图标 截图 图像
file: file document doc attachment pdf folder material | 文件 文档 附件 资料 课件 讲义
language: language translate translation english chinese spanish french german | 语言 翻译 中文 英文 英语 外语
search: search find look_for look_up locate seek | 搜索 搜 查找 寻找 找 搜不到 找到
delete: delete remove erase clear get_rid_of wipe take_off | 删除 删 删掉 清除 清空 移除 去掉 去除 清理
keyboard: keyboard type typing input key mouse | 键盘 输入法 打字 输入 按键 鼠标
print: print printer scan copy | 打印 打印机 扫描 复印
settlog: log history record records activity recent past | 记录 历史 历史记录 明细 日志 流水
api: api sdk developer integration integrate webhook token key | 接口 开发者 集成 对接 api
ai: robot bot ai machine assistant human real_person artificial | 机器人 人工智能 机器 智能 bot
`
