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
  // Radicals that stand for the character, as text copied out of a PDF has them
  ...pairs(
    '⺁⺃⺄⺅⺈⺊⺋⺌⺍⺎⺒⺓⺜⺝⺞⺟⺠⺧⺩⺫⺬⺮⺶⺷⺸⺻⺼⺽⻁⻃⻄⻅⻆⻉⻊⻋⻏⻑⻒⻓⻔⻗⻘⻙⻚⻛⻜⻝⻞⻟⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳',
    '厂乙乙人刀卜卩小小兀巳幺日月歹母民牛王目示竹羊羊羊聿肉臼虎西西見角貝足車邑長長長門雨青韋頁風飛食食食首馬骨鬼魚鳥鹵麦黄黽斎斎歯歯竜竜亀亀亀',
  ),
]);
