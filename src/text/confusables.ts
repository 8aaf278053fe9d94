/**
 * Characters that are read as another: made by hand from what evaders in chat groups write, and kept short. Full-width
 * forms, maths fonts and plain circled letters have a compatibility mapping; NFKC folds them before this table is asked.
 */

/** What it is read as → the characters that look like it, lower case. */
const lookAlikes: Readonly<Record<string, string>> = {
  // Cyrillic, Greek, then Latin letters without a decomposition (small capitals, phonetic signs)
  a: 'аӑӓαάɑᴀɐ',
  b: 'вьъβʙƀɓþ',
  c: 'сҫϲςᴄƈɔ',
  d: 'ԁᴅđɗð',
  e: 'еёэєҽεέξᴇəɛǝ',
  f: 'ꜰƒ',
  g: 'ԍɡɢɠ',
  h: 'нһʜħɦ',
  i: 'іїӏιίϊıɪɨ',
  j: 'јϳᴊȷɉ',
  k: 'кқҝκᴋƙ',
  l: 'ʟłɫ',
  m: 'мᴍɱ',
  n: 'пиηήɴŋɲ',
  o: 'оӧөοόσᴏøɵ',
  p: 'рҏρᴘƥ',
  q: 'ԛʠɋ',
  r: 'гѓʀɍɾ',
  s: 'ѕꜱʂ',
  t: 'тҭτᴛŧƭ',
  u: 'μᴜʉ',
  v: 'ѵνυύᴠʋ',
  w: 'ԝшщωώᴡɯ',
  x: 'хҳжχ',
  y: 'уўүγʏɏ',
  z: 'ζᴢʐƶ',
  '3': 'з',
  '6': 'б',
  '0': '⓿',
  '10': '❿➉➓⓾',
  '+': '➕',
  薇: '徾溦嶶',
  信: '伩訫',
}

/** Signs in a row that stand for a row of letters or digits and have no NFKC mapping. */
const rows: readonly { readonly from: number; readonly count: number; readonly first: string }[] = [
  { from: 0x1f150, count: 26, first: 'a' }, // negative circled
  { from: 0x1f170, count: 26, first: 'a' }, // negative squared
  { from: 0x1f1e6, count: 26, first: 'a' }, // regional indicators
  { from: 0x2776, count: 9, first: '1' }, // negative circled digits
  { from: 0x2780, count: 9, first: '1' }, // circled sans-serif digits
  { from: 0x278a, count: 9, first: '1' }, // negative circled sans-serif digits
  { from: 0x24f5, count: 9, first: '1' }, // double circled digits
]

/**
 * Traditional characters, each followed by its simplified form: those that group talk, rules and adverts are made of
 * (money, betting, sex and medicine first), so that one word list or question serves both scripts. One to one, though
 * some simplified ones stand for several: both sides of a comparison are read by the same table.
 */
const traditional =
  '訊讯號号帳帐賬账錢钱賺赚貸贷費费聯联絡络電电話话碼码買买賣卖價价優优領领紅红單单發发開开關关註注冊册點点擊击鏈链網网進进來来這这個个們们嗎吗麼么麽么樣样時时間间會会員员積积換换禮礼規规則则問问題题請请' +
  '誰谁裡里裏里為为爲为過过還还對对幫帮參参報报課课學学書书幾几後后從从讓让變变圖图視视頻频頭头體体驗验證证設设備备務务處处說说讀读寫写認认識识試试該该詳详謝谢議议論论評评詢询誤误語语調调談谈訂订計计記记' +
  '許许討讨訓训訪访貨货質质購购賞赏貴贵賓宾資资賽赛贈赠贏赢財财責责敗败貼贴長长門门閉闭閱阅閒闲聞闻陽阳陰阴際际險险隨随雙双雜杂難难離离雲云項项順顺須须預预顏颜願愿類类顯显風风飛飞飯饭館馆馬马駕驾騙骗驚惊' +
  '魚鱼鳥鸟麗丽黃黄齊齐齡龄龍龙東东車车軍军軟软輕轻輸输轉转辦办農农遊游運运達达遠远適适選选遲迟邊边郵邮鄉乡醫医釋释針针鈴铃銀银銷销鋪铺錄录錯错鍵键鎖锁鐘钟鐵铁腦脑臉脸與与興兴舉举舊旧華华萬万葉叶藝艺藥药' +
  '蘋苹衛卫裝装補补製制複复見见觀观覺觉覽览親亲絕绝給给統统經经綁绑維维綠绿線线練练組组結结細细終终級级紙纸約约純纯納纳總总績绩繼继續续罵骂羅罗習习職职聽听聲声聰聪聖圣腳脚國国圓圆園园團团圍围場场塊块壞坏' +
  '壓压夠够夢梦奪夺獎奖媽妈婦妇嬰婴寶宝實实審审將将專专尋寻導导爾尔尷尴層层屬属島岛師师帶带幣币幹干庫库廣广廠厂應应張张強强彈弹歸归當当徑径復复徵征悶闷惡恶愛爱態态慣惯慶庆憂忧憑凭懶懒懷怀戀恋戰战戲戏戶户' +
  '拋抛掃扫掛挂採采損损搶抢搖摇擁拥擇择擔担據据擾扰擴扩攔拦數数敵敌斷断條条極极構构標标樓楼樂乐機机檔档檢检權权歡欢歲岁歷历殺杀殼壳氣气決决沒没況况淚泪淺浅減减測测湊凑準准溫温滿满漲涨潔洁濟济灣湾無无煩烦' +
  '熱热燈灯燒烧爭争狀状獨独獲获獻献現现瑪玛環环產产畢毕異异畫画療疗癮瘾監监盤盘確确稅税種种稱称穩稳節节範范築筑簡简簽签籤签籌筹糾纠亂乱係系俠侠倆俩倉仓偉伟側侧偵侦傑杰傳传債债傷伤傾倾僅仅億亿儀仪儘尽償偿' +
  '儲储兒儿內内兩两凍冻別别刪删剛刚創创劃划劇剧劍剑動动勝胜勞劳勢势勵励區区協协卻却廳厅厲厉叢丛嚇吓嘗尝嚴严賭赌莊庄賠赔鬥斗滾滚壇坛賢贤贖赎匯汇彙汇兌兑虧亏槓杠桿杆顧顾礦矿鑽钻銳锐騰腾騷骚嬌娇嫵妩豔艳艷艳' +
  '緣缘濕湿溼湿潤润慾欲姦奸鴨鸭雞鸡鷄鸡絲丝襪袜黨党溝沟薦荐賤贱壽寿瀉泻殘残槍枪獵猎偽伪僞伪櫃柜鑒鉴鑑鉴執执駛驶駐驻騎骑驅驱爺爷孫孙漢汉淨净凈净灑洒瀏浏濃浓燦灿爐炉爛烂牆墙犧牺猶犹獅狮瘋疯癡痴皺皱盜盗瞞瞒' +
  '矯矫碩硕礎础禍祸穫获窩窝窮穷竄窜競竞筆笔筍笋箏筝篩筛簾帘糧粮糞粪紀纪紋纹紡纺紛纷紗纱紹绍紳绅絆绊絨绒絞绞綜综綱纲緊紧緒绪緝缉締缔編编緩缓緯纬縣县縫缝縮缩縱纵織织繞绕繪绘繳缴纏缠纖纤罰罚罷罢羨羡翹翘聾聋' +
  '肅肃脅胁脈脉脫脱脹胀腎肾腫肿腸肠膚肤膠胶膽胆臟脏髒脏臨临臺台檯台颱台艦舰艱艰莖茎荊荆菸烟煙烟萊莱蓋盖蓮莲蔣蒋蕭萧薩萨蘇苏蘭兰蘿萝虛虚虜虏蝦虾蝸蜗螞蚂蟲虫蠟蜡蠶蚕蠻蛮術术衝冲沖冲褲裤襯衬襲袭觸触託托訟讼' +
  '訣诀訴诉診诊詐诈詛诅詞词詠咏詩诗詫诧詭诡誇夸誌志誕诞誘诱誠诚誣诬誼谊諒谅諾诺謀谋謊谎謎谜謙谦講讲謠谣謬谬謹谨譜谱譯译譽誉豐丰豎竖豬猪貓猫貝贝貞贞負负貢贡貧贫販贩貪贪貫贯貯贮貶贬貿贸賀贺賄贿賊贼賦赋賴赖' +
  '贊赞讚赞贓赃趕赶趙赵趨趋跡迹蹟迹踐践蹤踪躍跃軌轨軒轩載载輔辅輛辆輝辉輩辈輪轮輯辑轄辖轎轿轟轰辭辞辮辫辯辩迴回週周違违遜逊遞递遷迁遺遗遼辽邁迈鄧邓鄭郑鄰邻醜丑醬酱釀酿釘钉釣钓鈔钞鈕钮鈣钙鉤钩鈎钩鉛铅銅铜' +
  '銘铭銜衔鋒锋鋼钢錘锤錦锦鍋锅鍛锻鍾钟鎊镑鎮镇鏡镜鑄铸鑰钥鑲镶閃闪閣阁闆板闊阔闖闯陣阵陳陈陸陆階阶隊队隱隐隸隶雖虽雛雏霧雾靈灵靜静鞏巩韓韩韻韵響响頁页頂顶頓顿頒颁頗颇頸颈顆颗額额顫颤飄飘飲饮飼饲飽饱餅饼' +
  '餓饿養养餘余饑饥飢饥饋馈饒饶駁驳駱骆驕骄骯肮髮发鬆松鬍胡鬚须鬧闹鬱郁魯鲁鮮鲜鯊鲨鯨鲸鴉鸦鴿鸽鵝鹅鷹鹰鹹咸鹽盐麥麦麵面齣出龐庞龜龟傭佣僱雇儉俭凱凯剝剥劑剂劉刘勁劲勻匀厭厌吳吴啟启啓启喚唤喪丧喬乔嗚呜嘆叹' +
  '嘔呕嘩哗噴喷囑嘱堅坚塵尘墊垫墜坠墮堕墳坟壯壮壘垒壺壶夾夹奧奥奮奋妝妆娛娱嫻娴嬸婶宮宫寢寝寧宁寬宽屍尸屜屉屢屡岡冈峽峡崗岗嶺岭巖岩幀帧幟帜廁厕廂厢廟庙廢废彎弯彌弥恆恒恥耻悅悦惱恼慘惨慚惭慫怂慮虑憤愤憐怜' +
  '憲宪憶忆懇恳懸悬懺忏懼惧捲卷捨舍掙挣揀拣揚扬揮挥搗捣摟搂摯挚撈捞撐撑撓挠撥拨撫抚撲扑撿捡擋挡擠挤擬拟擰拧擲掷擺摆攏拢攜携攝摄攪搅敘叙斃毙斂敛於于昇升晉晋晝昼暈晕暢畅暫暂曆历曉晓曠旷柵栅棄弃棗枣棟栋棧栈' +
  '楊杨業业楓枫榮荣樁桩樸朴樹树橋桥橫横檸柠檻槛櫻樱欄栏欽钦歐欧毀毁毆殴汙污洩泄淒凄淪沦淵渊渦涡渾浑湧涌滄沧滅灭滬沪滯滞滲渗漁渔漸渐漿浆潛潜澀涩澆浇澤泽濁浊濫滥濱滨灘滩災灾烏乌煉炼煥焕燙烫營营燭烛爍烁牽牵' +
  '狹狭獄狱獸兽瑤瑶瑩莹畝亩疊叠瘡疮癢痒盃杯盞盏盡尽盧卢眾众衆众睜睁矚瞩磚砖禪禅禱祷禿秃穀谷穎颖穢秽窯窑竊窃籃篮籠笼粵粤糰团紐纽綢绸綻绽緞缎縛缚繃绷繡绣纜缆羈羁義义聳耸聶聂膩腻臘腊艙舱蒐搜蒼苍蔥葱薑姜藍蓝' +
  '蘊蕴蝕蚀螢萤蠅蝇蠍蝎褻亵襖袄訛讹詔诏詮诠誡诫誦诵誹诽諂谄諧谐諜谍諮咨諱讳諷讽諸诸謂谓謗谤讒谗豈岂貳贰賑赈賜赐贅赘贍赡贗赝軸轴較较輾辗輿舆連连遙遥邏逻釐厘鈍钝鈦钛鉀钾鉅巨鉑铂鋁铝鋅锌鋤锄鋰锂鋸锯錐锥錶表' +
  '鍍镀鏟铲閘闸閻阎闢辟陝陕隻只韌韧頃顷頌颂頰颊頹颓顛颠飾饰餃饺饅馒饞馋馮冯馴驯馳驰駝驼駿骏驟骤鬢鬓鯉鲤鱗鳞鱷鳄鳳凤鳴鸣鴛鸳鴦鸯鵬鹏鶴鹤鸚鹦黴霉齋斋齒齿佔占併并並并侖仑侶侣倫伦傢家僑侨僕仆兇凶剎刹勳勋呂吕' +
  '唸念啞哑喫吃嗆呛嘯啸噓嘘噸吨嚮向囂嚣囉啰堯尧塗涂夥伙妳你姪侄嬤嬷寵宠屆届嵐岚帥帅廝厮廚厨弔吊彥彦徹彻憊惫懲惩揹背摺折擱搁攤摊攬揽斬斩曬晒曖暧橢椭櫥橱涼凉湯汤滷卤潰溃瀾澜熒荧牀床癥症癱瘫盪荡蕩荡眞真祕秘' +
  '祿禄籲吁繫系羣群脣唇蘆芦誥诰諦谛譏讥譴谴賒赊軀躯鈞钧鉗钳鋭锐鏢镖鐲镯鑼锣閨闺靚靓韜韬飈飙餵喂馭驭鴻鸿鷗鸥乾干砲炮纔才罈坛搾榨'

const steps = (text: string): [string, string][] => {
  const letters = [...text]
  return letters.flatMap((letter, index) => (index % 2 === 0 ? [[letter, letters[index + 1] ?? letter]] : []))
}

/** A folded character → what it is read as. */
export const confusables: ReadonlyMap<string, string> = new Map([
  ...Object.entries(lookAlikes).flatMap(([to, from]) => [...from].map((letter): [string, string] => [letter, to])),
  ...rows.flatMap(({ from, count, first }) =>
    Array.from({ length: count }, (_, index): [string, string] => [
      String.fromCodePoint(from + index),
      String.fromCodePoint((first.codePointAt(0) ?? 0) + index),
    ]),
  ),
  ...steps(traditional),
])
