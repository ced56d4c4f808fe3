/** Each letter of one text with the letter at its place in another. */
export const pairs = (from: string, to: string): [string, string][] => {
  const targets = [...to];
  return [...from].map((each, i) => [each, targets[i] ?? '']);
};

/** Letters of other scripts that are drawn like Latin ones: capitals and small letters apart, for Η is an H and η is not. */
export const DRAWN_LIKE: ReadonlyMap<string, string> = new Map<string, string>([
  // Cyrillic
  ...pairs('АВЕЅІЈКМНОРСТУХԚԜҺӀЯИПГШЭЬ', 'abesijkmhopctyxqwhlrnnrweb'),
  ...pairs('авеѕіјкмнорстухԁһԛԝӏгѵяипшэь', 'abesijkmhopctyxdhqwlrvrnnweb'),
  // Greek
  ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϺΣΛ', 'abezhikmnoptyxcmea'),
  ...pairs('αβειικνορτυχϲϳωητσςδ', 'abeiikvoptuxcjwntocd'),
  // Armenian
  ...pairs('օսցհոԼՏՍՕԻզգքյռղա', 'oughnlsuohqqfjnnw'),
  // Coptic, capitals and small letters
  ...pairs('ⲀⲂⲈⲌⲎⲒⲔⲘⲚⲞⲢⲤⲦⲨⲬ', 'abezhikmnopctyx'),
  ...pairs('ⲁⲃⲉⲍⲏⲓⲕⲙⲛⲟⲣⲥⲧⲩⲭ', 'abezhikmnopctyx'),
  // Cherokee
  ...pairs('ᎠᎡᎢᎪᎫᎬᎳᎷᎻᎽᏀᏃᏏᏒᏔᏕᏚᏙᏞᏟᏢᏦᏴᏧᏆᎥᎩᏂ', 'drtajewmhygzbrwssvlcpkbdiiyh'),
  // Lisu
  ...pairs('ꓐꓑꓒꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ', 'bpddtgkjczfmnlsrvhwxyaeiou'),
  // Canadian syllabics
  ...pairs('ᗪᖇᗩᗷᑕᗴᖴᕼᒍᒪᗰᑎᑭᑌᐯᗯ᙭ᘔᔕ', 'drabcefhjlmnpuvwxzs'),
  ...pairs('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijklmnoprstuvwyz'),
  ...pairs('ıɑɡøłđħŧƒßɩȷ', 'iagoldhtfsij'),
  ...pairs('ØŁĐÐðĦŦƑ', 'oldddhtf'),
  // Turned, reversed or with a hook
  ...pairs('ɐɒǝɘɟɥɯɹɾɿʇʌʍʎɔɓɖɗɠɦɨɫɲɳʂʈʋʐ', 'aaeefhmrrrtvwycbddghilnnstvz'),
]);

/** Small letters of Cherokee are drawn as its capitals are. */
export const drawnLike = (letter: string): string | undefined =>
  DRAWN_LIKE.get(letter) ?? (/^[ꭰ-ꮿ]$/u.test(letter) ? DRAWN_LIKE.get(letter.toUpperCase()) : undefined);

/** Forms of one character that old and new texts write differently, and what is written short for some. */
export const OLD_FORMS: ReadonlyMap<string, string> = new Map([
  ...pairs(
    '亞惡壓圍爲醫壹稻飮隱營榮衞驛圓鹽緣艷應歐毆櫻奧橫溫穩假價畫會',
    '亜悪圧囲為医壱稲飲隠営栄衛駅円塩縁艶応欧殴桜奥横温穏仮価画会',
  ),
  ...pairs(
    '壞懷繪擴殼覺學嶽樂渴勸卷寬歡罐觀關陷顏歸氣龜僞戲犧舊據擧虛峽',
    '壊懐絵拡殻覚学岳楽渇勧巻寛歓缶観関陥顔帰気亀偽戯犠旧拠挙虚峡',
  ),
  ...pairs(
    '挾狹鄕曉區驅勳徑惠經繼莖輕鷄藝擊缺儉劍檢權獻縣險顯驗嚴廣恆鑛',
    '挟狭郷暁区駆勲径恵経継茎軽鶏芸撃欠倹剣検権献県険顕験厳広恒鉱',
  ),
  ...pairs(
    '號國黑濟碎齋劑册雜參慘棧贊殘絲齒兒辭濕實寫釋壽收從澁獸縱肅處',
    '号国黒済砕斎剤冊雑参惨桟賛残糸歯児辞湿実写釈寿収従渋獣縦粛処',
  ),
  ...pairs(
    '奬將燒稱證乘剩壤孃條淨疊讓釀囑觸寢愼晉眞盡圖粹醉隨髓數樞聲靜',
    '奨将焼称証乗剰壌嬢条浄畳譲醸嘱触寝慎晋真尽図粋酔随髄数枢声静',
  ),
  ...pairs(
    '齊攝竊專戰淺潛纖踐錢禪雙壯搜插爭總聰莊裝騷增臟藏屬續墮體對帶',
    '斉摂窃専戦浅潜繊践銭禅双壮捜挿争総聡荘装騒増臓蔵属続堕体対帯',
  ),
  ...pairs(
    '滯臺瀧擇澤單擔膽團彈斷癡遲晝蟲鑄廳聽鎭遞鐵轉點傳黨盜燈當鬭德',
    '滞台滝択沢単担胆団弾断痴遅昼虫鋳庁聴鎮逓鉄転点伝党盗灯当闘徳',
  ),
  ...pairs(
    '獨讀屆繩貳惱腦霸廢拜賣麥發髮拔蠻祕濱甁拂佛竝變邊邉辨瓣辯舖穗',
    '独読届縄弐悩脳覇廃拝売麦発髪抜蛮秘浜瓶払仏並変辺辺弁弁弁舗穂',
  ),
  ...pairs(
    '寶襃豐沒飜萬滿默彌藥譯豫餘與譽搖樣謠來賴亂覽龍兩獵壘淚勵禮隸',
    '宝褒豊没翻万満黙弥薬訳予余与誉揺様謡来頼乱覧竜両猟塁涙励礼隷',
  ),
  ...pairs(
    '靈齡戀爐勞樓祿灣髙﨑犯稅脫說銳閱淸靑卽敎每步產彥戶戾緖黃歷曆',
    '霊齢恋炉労楼禄湾高崎犯税脱説鋭閲清青即教毎歩産彦戸戻緒黄歴暦',
  ),
  ...pairs('錄綠遙內吳瀨晚个击电网误关恶变发泄', '録緑遥内呉瀬晩個撃電網誤関悪変発洩'),
  // Names of people and places, as registers write them
  ...pairs(
    '齊嶋嶌濵栁凜冨舘籠曾槙桒𠮷峯埜舩斉祗晧塚卅枩杦渕圡',
    '斎島島浜柳凛富館篭曽槇桑吉峰野船斎祇皓塚三松杉淵土',
  ),
  ...pairs('嵜碕', '崎崎'),
  // What the list for common use writes another way than dictionaries and machines do
  ...pairs(
    '塡剝頰𠮟噓嚙摑繫鷗蠟瀆禱麴靭俱搔瘦屛幷攪醬顚驒簞繡萊蔣鹼麵麪啞焰鶯蘆囊姸餠鉤',
    '填剥頬叱嘘噛掴繋鴎蝋涜祷麹靱倶掻痩屏并撹醤顛騨箪繍莱蒋鹸麺麺唖焔鴬芦嚢妍餅鈎',
  ),
  ...pairs(
    '溯鬪欝籤嗽賤槪橢濤檮擣瑇礪礦竈糺絕罎翆臈艪芻蕚蛎袵譁軣輛迹逹鄰鈩頽鰺',
    '遡闘鬱籖漱賎概楕涛梼搗玳砺鉱竃糾絶壜翠臘櫓蒭萼蠣衽嘩轟輌跡達隣鑪頹鯵',
  ),
  // Further forms in names of people, places and houses
  ...pairs(
    '圀囯囶躰軆穐龝凾栢𣘺槗𣏾薗壄𡈽濶藪籔檜諌曻昻晄侊煕熈凞瑤鋪冝閒邨菴梹枡迯尒尓',
    '国国国体体秋秋函柏橋橋杉園野土闊薮薮桧諫昇昂晃光熙熙熙瑶舗宜間村庵檳桝逃爾爾',
  ),
  ...pairs(
    '亙弌弍弎靏靍鸖寉靎﨟﨡﨤﨧﨔﨎﨓﨏㟢夛夘夊寳尭巖嵓嵒巗帋廰徠惪揔捴斈旹朞杤柗',
    '亘一二三鶴鶴鶴鶴鶴蘭諸返郷欅垰畑迫崎多卯夂宝堯巌巌巌巌紙庁来徳総総学時期栃松',
  ),
  ...pairs(
    '枀柹桺檪歬毉灋熖牀犾猨璢甞畆畊畧畱畄疂皃皈皷盃礒祢秊稾稺竒竸筥籨糓緜羣羗耻',
    '松柿柳櫟前医法焔床狄猿瑠嘗畝耕略留留畳貌帰鼓杯磯禰年稿稚奇競箱奩穀綿群羌恥',
  ),
  ...pairs(
    '聟脅膓舉舍萠蒂蔭蕋蘂虗虵蠶蝿裡覊觧詠謌讚谿溪貮贇軄輙迺邇釡釼劔劒劎鈆銕鉃鎻',
    '婿脇腸挙舎萌蔕陰蕊蕊虚蛇蚕蠅裏羇解咏歌讃渓渓弐斌職輒廼迩釜剣剣剣剣鉛鉄鉄鎖',
  ),
  ...pairs('閇闗陏雞頋頴飬餝馿騐鬬鯲鰕鳬鴈鵄鸎麁麸', '閉関随鶏顧穎養飾驢験闘鰌蝦鴨雁鴟鴬麤麩'),
  // As they are written on the mainland of China, where papers of a house abroad are
  ...pairs(
    '东车长门马鸟鱼龙丰业丛严丽习书买卖产亚亲亿从仓们优伤传侧储儿兴兰军农冲决凤刘',
    '東車長門馬鳥魚竜豊業叢厳麗習書買売産亜親億従倉們優傷伝側儲児興蘭軍農沖決鳳劉',
  ),
  ...pairs(
    '则刚创别剂办务动劳势华协单卢卫历压县听启员响问团园围图圆圣场块坚坛坝垒埘壳',
    '則剛創別剤弁務動労勢華協単盧衛歴圧県聴啓員響問団園囲図円聖場塊堅壇壩塁塒殻',
  ),
  ...pairs(
    '处备复头夹夺奋奖妇妈娱孙宁实审宪宫宽宾对寻导尔尘尝层岁岛岗岭币师帅帐带帮库应',
    '処備復頭挟奪奮奨婦媽娯孫寧実審憲宮寛賓対尋導爾塵嘗層歳島崗嶺幣師帥帳帯幇庫応',
  ),
  ...pairs(
    '庙庞废开异张强归录忆怀态总战户执扩扬抚护报择挂换损摄无时显晓术杀权杨极构',
    '廟龐廃開異張強帰録憶懐態総戦戸執拡揚撫護報択掛換損摂無時顕暁術殺権楊極構',
  ),
  ...pairs(
    '标样树桥检档欢汇汉汤沟沪泪泽洁济浆测浓润涨渔满灭灵炼热爱牵狮环现畅疗监盐盘码',
    '標様樹橋検檔歓匯漢湯溝滬涙沢潔済漿測濃潤漲漁満滅霊煉熱愛牽獅環現暢療監塩盤碼',
  ),
  ...pairs(
    '砖础确祸离种积稳穷竞笔签简粮紧纪约级纯纳纲纵纷纸纹纺线练组细织终绍经结给络绝',
    '磚礎確禍離種積穏窮競筆簽簡糧緊紀約級純納綱縦紛紙紋紡線練組細織終紹経結給絡絶',
  ),
  ...pairs(
    '统继绩续维综绿缓编缘缩罗罚职联肃肤胜脑脸舰艺节苏荐荣药获营萧蓝虑蚁补见观规觅',
    '統継績続維綜緑緩編縁縮羅罰職聯粛膚勝脳臉艦芸節蘇薦栄薬獲営蕭藍慮蟻補見観規覓',
  ),
  ...pairs(
    '视览觉计订认讨让训议讯记讲许论设访证评识诉诊词译试诗诚话询该详语说请诸读课调',
    '視覧覚計訂認討譲訓議訊記講許論設訪証評識訴診詞訳試詩誠話詢該詳語説請諸読課調',
  ),
  ...pairs(
    '谈谋谢贝负财责贤败货质贩购贯贸费贺资赏赖赛赵轨转轮软轻载较辅辆输边达迁过运还',
    '談謀謝貝負財責賢敗貨質販購貫貿費賀資賞頼賽趙軌転輪軟軽載較輔輌輸辺達遷過運還',
  ),
  ...pairs(
    '进远连适选递逻遗邓邮郑释鉴针钟钢钱铁铃铜银铺链销锁锅错键镇镜闭间闻阅队阳阴阵',
    '進遠連適選逓邏遺鄧郵鄭釈鑑針鐘鋼銭鉄鈴銅銀舗鏈銷鎖鍋錯鍵鎮鏡閉間聞閲隊陽陰陣',
  ),
  ...pairs(
    '阶际陆陈险隐难雾韩页项顺须顾预领频题颜额风飞饭饮馆馈驱验驻驾骗鲁鸡齐龟',
    '階際陸陳険隠難霧韓頁項順須顧預領頻題顔額風飛飯飲館饋駆験駐駕騙魯鶏斎亀',
  ),
  // Radicals that stand for the character, as text copied out of a PDF has them
  ...pairs(
    '⺁⺃⺄⺅⺈⺊⺋⺌⺍⺎⺒⺓⺜⺝⺞⺟⺠⺧⺩⺫⺬⺮⺶⺷⺸⺻⺼⺽⻁⻃⻄⻅⻆⻉⻊⻋⻏⻑⻒⻓⻔⻗⻘⻙⻚⻛⻜⻝⻞⻟⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳',
    '厂乙乙人刀卜卩小小兀巳幺日月歹母民牛王目示竹羊羊羊聿肉臼虎西西見角貝足車邑長長長門雨青韋頁風飛食食食首馬骨鬼魚鳥鹵麦黄黽斎斎歯歯竜竜亀亀亀',
  ),
]);
