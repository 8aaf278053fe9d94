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
 * Traditional characters, each followed by its simplified form: those that group talk, rules and adverts are made of,
 * so that one word list or question serves both scripts.
 */
const traditional =
  '訊讯號号帳帐賬账錢钱賺赚貸贷費费聯联絡络電电話话碼码買买賣卖價价優优領领紅红單单發发開开關关註注冊册點点擊击鏈链網网進进來来這这個个們们嗎吗麼么麽么樣样時时間间會会員员積积換换禮礼規规則则問问' +
  '題题請请誰谁裡里裏里為为爲为過过還还對对幫帮參参報报課课學学書书幾几後后從从讓让變变圖图視视頻频頭头體体驗验證证設设備备務务處处說说讀读寫写認认識识試试該该詳详謝谢議议論论評评詢询誤误語语調调' +
  '談谈訂订計计記记許许討讨訓训訪访貨货質质購购賞赏貴贵賓宾資资賽赛贈赠贏赢財财責责敗败貼贴長长門门閉闭閱阅閒闲聞闻陽阳陰阴際际險险隨随雙双雜杂難难離离雲云項项順顺須须預预顏颜願愿類类顯显風风飛飞' +
  '飯饭館馆馬马駕驾騙骗驚惊魚鱼鳥鸟麗丽黃黄齊齐齡龄龍龙東东車车軍军軟软輕轻輸输轉转辦办農农遊游運运達达遠远適适選选遲迟邊边郵邮鄉乡醫医釋释針针鈴铃銀银銷销鋪铺錄录錯错鍵键鎖锁鐘钟鐵铁腦脑臉脸與与' +
  '興兴舉举舊旧華华萬万葉叶藝艺藥药蘋苹衛卫裝装補补製制複复見见觀观覺觉覽览親亲絕绝給给統统經经綁绑維维綠绿線线練练組组結结細细終终級级紙纸約约純纯納纳總总績绩繼继續续罵骂羅罗習习職职聽听聲声聰聪' +
  '聖圣腳脚國国圓圆園园團团圍围場场塊块壞坏壓压夠够夢梦奪夺獎奖媽妈婦妇嬰婴寶宝實实審审將将專专尋寻導导爾尔尷尴層层屬属島岛師师帶带幣币幹干庫库廣广廠厂應应張张強强彈弹歸归當当徑径復复徵征悶闷惡恶' +
  '愛爱態态慣惯慶庆憂忧憑凭懶懒懷怀戀恋戰战戲戏戶户拋抛掃扫掛挂採采損损搶抢搖摇擁拥擇择擔担據据擾扰擴扩攔拦數数敵敌斷断條条極极構构標标樓楼樂乐機机檔档檢检權权歡欢歲岁歷历殺杀殼壳氣气決决沒没況况' +
  '淚泪淺浅減减測测湊凑準准溫温滿满漲涨潔洁濟济灣湾無无煩烦熱热燈灯燒烧爭争狀状獨独獲获獻献現现瑪玛環环產产畢毕異异畫画療疗癮瘾監监盤盘確确稅税種种稱称穩稳節节範范築筑簡简簽签籤签籌筹糾纠亂乱係系' +
  '俠侠倆俩倉仓偉伟側侧偵侦傑杰傳传債债傷伤傾倾僅仅億亿儀仪儘尽償偿儲储兒儿內内兩两凍冻別别刪删剛刚創创劃划劇剧劍剑動动勝胜勞劳勢势勵励區区協协卻却廳厅厲厉叢丛嚇吓嘗尝嚴严'

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
