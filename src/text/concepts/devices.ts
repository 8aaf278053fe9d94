/** Programs, devices, networks and games: what goes wrong with them and what may be done with them. */
export const devices = `
launch: launch start_up startup boot boot_up open_the_app run load start_the_game turn_on | 启动 打开 开机 运行 进入 加载 进游戏
wontstart: wont_start wont_open doesnt_open doesnt_start wont_launch not_launch cant_open not_loading wont_load cant_start not_start not_open | 打不开 进不去 启动不了 开不了 点不开 无法启动 无法打开 打不开了 开不起来
closesitself: crash crashes crashed close_by_itself closes_itself shut_down shuts_down quits exit_by_itself force_close kicked_out_of_app | 闪退 崩溃 自动退出 自己关了 跳出来 退出来 崩了 弹出 闪崩
freezing: freeze frozen hang hanging unresponsive not_responding stuck locked_up stall | 卡死 卡住 没反应 无响应 不动了 卡在 定住 死机 转圈
laggy: lag laggy lagging stutter stuttering choppy slow sluggish frame_rate fps low_fps jerky runs_slow performance | 卡顿 掉帧 帧数 卡 很卡 不流畅 变慢 帧率 太卡 运行慢
optimise: optimise optimize speed_up faster smoother improve_performance boost_performance | 优化 加速 流畅 提速 变快
latency: ping latency high_ping delay packet_loss lag_spike rubberband rubber_banding ms | 延迟 网络延迟 ping 丢包 高延迟 跳ping 网卡
dropconnect: disconnect disconnected lose_connection lost_connection connection_lost drop_out drops_out kicked keep_disconnecting timed_out timeout time_out | 掉线 断线 断开 连接超时 断网 超时 老掉 断连
cantconnect: cant_connect cannot_connect unable_to_connect wont_connect connection_failed connection_error not_connect no_connection not_connecting | 连不上 无法连接 连接失败 连接不上 连不了 网络错误 网络异常
offlinesrv: server_down servers_down down_for offline outage unavailable is_it_down not_reachable downtime | 服务器挂 崩了 维护 停机 服务器炸了 系统维护 瘫痪 宕机
blank: blank blank_screen black_screen white_screen nothing_shows empty_screen no_picture no_display no_image | 黑屏 白屏 空白 没画面 一片黑 不显示 一片空白
silent: no_sound no_audio silent cant_hear mute muted not_hear without_sound | 没声音 没有声音 听不到 静音 听不见 无声
mic: mic microphone headset voice_chat talk push_to_talk hear_me earphones earbuds | 麦克风 麦 语音 耳机 开麦 话筒 耳麦
resolution: resolution fullscreen full_screen windowed aspect_ratio window_mode ultrawide pixel | 分辨率 全屏 窗口化 画面比例 窗口模式
graphics: graphics graphic gpu graphics_card video_card nvidia amd texture visual shadows | 画质 显卡 画面 特效 图形 渲染
requirements: system_requirements requirement requirements specs spec specifications hardware minimum_specs run_on_my can_it_run | 配置 配置要求 最低配置 系统要求 带得动 能跑 跑得动 硬件要求
compatible: compatible compatibility support supported works_with work_on run_on support_for available_for available_on | 兼容 支持 适配 能用 适用 能不能用 支持吗
memoryspace: disk_space storage_space free_space gb gigabyte gigabytes mb megabyte how_big how_large file_size download_size install_size | 空间 大小 占多少 多大 内存 几个g 存储 容量 几g
console: console playstation ps4 ps5 xbox nintendo switch steam_deck handheld | 主机 主机版 掌机 游戏机 switch ps5 xbox
mobileversion: mobile mobile_version android ios iphone ipad tablet phone_version mobile_app app_store play_store | 手机版 移动版 移动端 安卓 苹果 平板 手游版 应用商店
desktopversion: desktop pc_version windows mac macos linux macbook laptop computer_version | 电脑版 电脑端 桌面版 客户端 windows mac 苹果电脑 笔记本
webversion: web_version browser_version in_browser online_version without_download | 网页版 浏览器 在线版 网页端
controller: controller gamepad joystick joypad pad game_controller | 手柄 控制器 摇杆 游戏手柄
keybind: keybind keybinds key_binding key_bindings rebind remap keymap assign_key hotkey controls change_controls change_keys button | 按键 键位 快捷键 改键 操作设置 按钮
interface: interface ui layout hud look theme skin dark_mode light_mode appearance menu toolbar | 界面 主题 布局 皮肤 外观 深色模式 菜单 工具栏
subtitle: subtitle subtitles caption captions dubbing dub voiceover | 字幕 配音 外挂字幕 中文字幕
savefile: save saves save_file save_game savegame progress saved_game cloud_save game_progress | 存档 进度 保存 云存档 游戏存档 存盘 读档
loseprogress: lost_progress progress_gone lost_my_save progress_lost lost_everything data_gone lost_data data_lost reset_progress | 存档丢了 进度没了 数据没了 数据丢失 存档没了 记录没了
carryover: carry_over transfer_progress transfer_data move_data migrate migration move_to_new_phone switch_device transfer_to_new import_data | 迁移 转移 换手机 换机 继承 数据转移 导入 搬家 搬过去
restore: restore recover undelete get_back bring_back recovery rollback roll_back | 恢复 找回 还原 撤回 回滚 复原
backup: backup back_up export_data copy_data save_copy | 备份 导出 存一份 备份数据
cloud: cloud icloud drive dropbox google_drive onedrive | 云 云端 网盘 云盘 同步
beta: beta alpha early_access test_server playtest tester testers preview_version test_version closed_beta experimental | 内测 公测 测试服 抢先体验 测试版 体验服 测试资格
roadmap: roadmap upcoming planned future plans coming_soon release_date launch_date come_out when_will_it_be_released | 计划 规划 上线 发布 推出 什么时候出 什么时候上 路线图
patch: patch patch_notes changelog update_notes release_notes changes what_changed hotfix | 更新内容 更新公告 更新日志 补丁 改了什么 更新了什么 版本内容
updatefail: update_failed update_error cant_update wont_update update_stuck not_updating cannot_update update_wont | 更新失败 更新不了 无法更新 更新卡住 升级失败
downloadfail: download_failed wont_download cant_download download_error download_stuck not_downloading slow_download download_slow | 下载失败 下载不了 下不了 下载慢 下载卡 下不动
installfail: install_failed cant_install wont_install installation_error not_install installation_failed | 安装失败 装不上 装不了 安装不了 无法安装
reinstall: reinstall install_again uninstall_and_install fresh_install clean_install | 重装 重新安装 卸载重装 重新下载
restart: restart reboot turn_off_and_on power_cycle relaunch | 重启 重新启动 重开 关机重开
errorcode: error_code error_message error code_error message_says it_says exception error_number | 错误码 错误代码 报错 提示 弹窗 出错 显示错误 系统提示
bugreport: report_bug report_a_bug bug_report found_a_bug glitch log_file crash_log crash_report submit_bug report_an_issue | 反馈bug 提交bug 报bug 日志 有bug 发现bug 反馈问题
featurerequest: feature_request suggestion suggest request_a_feature idea wishlist would_be_nice propose | 建议 需求 提建议 希望加 功能建议 想法 许愿
mod: mod mods modding addon addons workshop plugin plugins custom_content | 模组 mod 插件 创意工坊 扩展
dlc: dlc expansion add_on season_pass content_pack expansion_pack | 资料片 扩展包 dlc 追加内容 季票
battlepass: battle_pass season_pass premium_pass pass | 通行证 战令 手册 季卡
season: season new_season season_start season_end | 赛季 季 本赛季 新赛季 赛季末
ranked: ranked ranking rank_up elo mmr matchmaking division competitive ladder leaderboard | 排位 天梯 段位 匹配 上分 掉分 排行
party: party squad team_up group_up lobby play_together play_with coop co_op multiplayer | 组队 开黑 联机 队伍 房间 一起玩 多人 双人 合作
crossplay: crossplay cross_play cross_platform crossplatform different_platform other_platform cross_save | 跨平台 互通 跨服 数据互通 双端互通
solo: solo single_player singleplayer alone by_myself offline_mode campaign story_mode | 单人 单机 单排 一个人玩 自己玩 离线模式
friendlist: friend_list friends_list friend_request add_friend add_a_friend send_request unfriend | 加好友 好友 好友申请 好友列表 添加好友 删好友
guildclan: guild clan alliance corporation crew | 公会 工会 帮会 战队 帮派 联盟 家族
ingamemoney: coin coins gold gem gems diamond diamonds credits currency in_game_currency token tokens | 金币 钻石 点券 代币 游戏币 元宝 货币 宝石
itemgear: item items gear loot equipment weapon armor armour inventory sword drop | 道具 装备 武器 物品 背包 掉落 仓库
skin: skin skins cosmetic cosmetics outfit costume appearance | 皮肤 外观 时装 造型 装扮
trade: trade trading auction auction_house marketplace swap exchange_items market sell_items | 交易 拍卖 市场 交换 交易行 摆摊
craft: craft crafting build upgrade_gear recipe enchant forge materials | 打造 合成 锻造 强化 制作 材料
quest: quest quests mission missions task daily_quest objective story chapter | 任务 主线 支线 日常 关卡 章节 剧情
bossfight: boss bosses defeat beat kill fight raid dungeon | 首领 boss 打败 击败 打不过 副本 怪
build: build class classes hero heroes character champion talent skill_tree spec respec main | 职业 英雄 角色 流派 天赋 加点 洗点 主角
levelcap: max_level level_cap maximum_level highest_level | 满级 等级上限 最高等级 最高多少级
exp: xp exp experience level_up leveling levelling grind farm | 经验 升级 练级 刷 肝 刷级
cheater: cheater cheating hacker hacks aimbot wallhack exploit botting | 外挂 开挂 作弊 挂 挂逼 透视 脚本
toxic: toxic abuse abusive harass harassment insult bully bullying offensive swear hate | 骂人 辱骂 喷人 骚扰 侮辱 恶意 挂机 素质
reportplayer: report report_player report_user report_someone flag who_do_i_tell | 举报 检举 投诉 告发
banreason: why_was_i_banned reason_for_ban banned_for why_am_i_banned banned_for_no_reason | 为什么封我 封号原因 无故封号 凭什么封 为啥被封 为什么被封
appealban: appeal ban_appeal unban get_unbanned lift_ban wrongly_banned contest_ban | 申诉 解封 误封 冤枉 申请解封
afk: afk idle inactive away leave_match leaver quit_match | 挂机 逃跑 中退 消极 离线
serverregion: region server_region switch_server change_server eu na asia europe america server_list which_server | 区服 换区 换服 大区 转服 服务器 转区 哪个区
discordrole: role roles assign_role role_color get_a_role self_role | 身份组 角色 领身份 头衔 标签
channel: channel channels subforum category room thread | 频道 板块 子频道 分区 帖子
botcommand: bot command commands slash_command prefix | 机器人 指令 命令 口令
stream: stream streaming streamer twitch youtube broadcast go_live upload_videos content_creator monetise monetize | 直播 主播 录制 推流 发视频 up主 开播 剪辑
copyright: copyright license licence intellectual_property trademark permission_to_use royalty fair_use | 版权 侵权 授权 著作权 商用 可商用
opensource: open_source source_code github repository repo license contribute pull_request | 开源 源码 代码 仓库 贡献
compile: compile build_from_source build make_error linker | 编译 构建 打包
package: package module library dependency npm pip apt import | 包 模块 库 依赖 安装包
version: version which_version latest_version current_version old_version previous_version downgrade_version | 版本 哪个版本 最新版 旧版 版本号 老版本
database: database db sql table query backup | 数据库 表 查询 数据
domain: domain hosting dns host ssl vps server_hosting | 域名 主机 解析 服务器 证书 备案
apikey: api_key token secret access_token credentials webhook | 密钥 秘钥 令牌 接口 token
quota: rate_limit quota limit_reached too_many_requests exceeded usage_limit over_limit | 限流 配额 次数用完 超限 用量 次数限制 请求过多
integration: integrate integration connect_with plug_in slack zapier works_with | 集成 对接 接入 打通
license2: license licence license_key activation_key product_key serial_number activate_license seats | 授权码 激活码 序列号 许可证 密钥 注册码
trialperiod: free_trial trial trial_period try_before try_it trial_version demo | 试用 免费试用 试用期 体验版 试玩
planprice: pricing plans subscription_price pro_plan premium_plan monthly_plan price_per_month per_user | 套餐 版本价格 专业版 高级版 月费 年费 多少钱一个月
exportfile: export csv excel spreadsheet pdf download_as save_as | 导出 表格 excel 另存 下载成
importfile: import upload_file bring_in migrate_from load_file | 导入 上传文件 批量导入
undo: undo revert redo go_back version_history previous_state | 撤销 撤回 恢复上一步 返回 历史版本
collab: collaborate collaboration share_with work_together invite_to edit_together co_edit team_member | 协作 协同 多人编辑 共享 一起编辑 分享给
permissions: permissions access_rights admin_rights read_only viewer editor | 权限 只读 管理员权限 可编辑 查看权限
signature: signature sign e_signature sign_document | 签名 签字 电子签 签署
template: template templates preset sample_file | 模板 范本 样例 预设
fontsize: font_size text_size bigger_text zoom_in larger_text enlarge | 字号 字体大小 放大 字太小 调大
darkmode: dark_mode night_mode dark_theme black_theme | 深色模式 夜间模式 暗黑 黑色主题
battery2: battery battery_life drain drains_battery battery_dies charge charging wont_charge overheating overheat hot | 耗电 掉电 续航 充不进电 充电 发烫 发热 电池
bluetooth: bluetooth pair pairing paired wireless cant_pair | 蓝牙 配对 连接 无线
wifi: wifi wi_fi wireless router modem hotspot network_name | wifi 无线网 路由器 热点 网络 光猫
signal: signal reception no_signal no_service coverage bars 4g 5g lte | 信号 没信号 无服务 信号差 4g 5g
sim: sim sim_card esim e_sim | sim卡 电话卡 手机卡 副卡 流量卡
dataplan: data data_plan mobile_data data_usage gigabytes_left data_allowance run_out_of_data | 流量 套餐 流量包 剩余流量 流量用完 上网流量
roaming: roaming roam abroad_data international_data use_abroad | 漫游 国际漫游 境外流量 出国上网
portnumber: port_number keep_my_number number_portability switch_carrier change_provider switch_provider | 携号转网 转网 换运营商 保留号码 转套餐
phonebill: phone_bill phone_credit airtime top_up_phone minutes prepaid_credit | 话费 电话费 手机费 欠费 停机 充话费
broadband: broadband fibre fiber internet_speed internet_service isp home_internet bandwidth | 宽带 光纤 网速 装宽带 带宽
smartcam: alarm_system sensor smart_home thermostat doorbell smart_lock speaker alexa | 智能家居 门锁 智能锁 门铃 音箱 摄像头
printer: printer ink toner cartridge print_out | 打印机 墨盒 硒鼓 打印
screenshot: screenshot screen_shot screen_capture capture print_screen record_screen screen_recording | 截图 截屏 录屏 屏幕截图
keyboardtype: keyboard mouse touchpad trackpad typing cursor | 键盘 鼠标 触摸板 光标 打字
fingerprint: fingerprint face_id touch_id facial_recognition biometric face_recognition | 指纹 人脸 刷脸 人脸识别 面容
captcha: captcha not_a_robot slider_puzzle verification_puzzle | 滑块 图形验证 人机验证 拼图验证
`
