import { expect, test } from 'vitest';
import { withheldIn } from '../rules.ts';
import { alsoFor } from './rules.ts';

const JA = `現在、システムの不具合によりご利用いただけません。
復旧の見込みは午後三時ごろです。
ご迷惑をおかけしておりますことをおわび申し上げます。
原因は調査中です。分かり次第お知らせします。
次のお知らせは18時を予定しています。
お急ぎの方はお電話でお問い合わせください。
電話でまたご案内しますので、しばらくお待ちください。
お手元のチケットはそのままお使いいただけます。
窓口は通常どおり開いています。
本日の受付は終了しました。
予約の確認はできますが、変更はできません。
ホームページの表示に時間がかかることがあります。
データセンターの空調設備が停止しました。
第二データセンターに切り替えて運転しています。
ネットワーク機器の故障を確認しました。
中継装置の交換作業を行っています。
作業員が現地に向かっています。
停電のため、一部の駅で券売機が使えません。
水道の水圧が下がっている地域があります。
給水車を三か所に配置しました。
さばの水揚げには影響ありません。
サバイバル訓練の参加者は集合場所でお待ちください。
サービスは順次再開しています。
サーバの再起動を行います。
メールの配信が遅れています。
メンテナンスは二十日（はつか）の深夜に行います。
初めての方は受付で番号札をお取りください。
お送りいただいた書類は受け取りました。
資料をお送りください。
料金の二重引き落としはありません。
お客さまの資産に影響はありません。
アクセス数が増えているため、つながりにくくなっています。
交通アクセスのご案内をご覧ください。
正しいアクセス先は公式サイトでご確認ください。
不正確な情報にご注意ください。
公正な取引の確保に努めます。
訂正：先ほどの時刻は誤りでした。
暗い場所ではご注意ください。
番号を入力してください。
パスワードを忘れた方は窓口へどうぞ。
ログインできない場合は、時間をおいてお試しください。
画面を閉じずにお待ちください。
再ログインをお願いします。
エラーが表示されたときは、番号をお控えください。
アプリを最新版に更新してください。
設定の誤りが原因と分かりました。
部品の調達に時間がかかっています。
外部の専門会社と協力しています。
委託先と連携して対応しています。
関係機関に報告しました。
警察と消防に連絡しました。
所管省庁に第一報を提出しました。
対策本部を設置しました。
対策本部を解散しました。
振替輸送を実施しています。
始発から通常どおり運転します。
臨時便を二本運航します。
手荷物の受け取りに時間がかかっています。
荷物の引き渡しは順番にご案内します。
高速道路の料金所は現金のみ使えます。
ATMは他の銀行のものをご利用ください。
カードの利用には問題ありません。
決済の一部が遅れています。
振込は翌営業日の扱いになります。
診療は通常どおり行っています。
外来の受付を一時停止しています。
処方箋は紙でお渡しします。
検査結果のお渡しが遅れます。
救急の受け入れは続けています。
ガスの供給に問題はありません。
元栓を開ける前に、窓を開けてください。
検針の日程を変更します。
通信が不安定になっています。
通話は可能ですが、データ通信が使えません。
緊急通報はご利用いただけます。
機器の電源を入れ直してください。
端末の交換は店舗で承ります。
地震の影響で設備を点検しています。
台風の接近に備え、早めに終了します。
大雨のため、配送が遅れます。
大量の雪のため、除雪を急いでいます。
大量のご注文をいただき、発送が遅れています。
混雑を避けてお越しください。
来場者の方は係員の指示に従ってください。
ウイスキーの販売を休止します。
ランチの営業を休みます。
乱雑な配線を整理しました。
身の回りの品にご注意ください。
金曜日に改めてお知らせします。
代金は後日お支払いください。
犯行予告はありません。
情報は随時更新します。
情報公開の窓口は二階です。
流れるプールは休止しています。
侵食された護岸を直しています。
内部の点検のため、館内に入れません。
職員が一人ずつご案内します。
復旧作業はすべて終わりました。
長時間ご不便をおかけしました。
ご協力ありがとうございました。`.split('\n');

const EN = `Our service is unavailable because of a system malfunction.
We expect to be back at about three in the afternoon.
We apologise for the inconvenience.
The cause is being looked into.
The next update will be at 18:00.
Please telephone us if it is urgent.
Your tickets remain valid.
Our counters are open as usual.
You can see your booking but not change it.
Pages may take longer to be displayed.
The display at platform 5 is out of order.
The air conditioning of a data centre has failed.
We are running from our second data centre.
A network device has failed and is being replaced.
Engineers are on their way to the site.
Ticket machines do not work at some stations because of a power cut.
Water pressure is low in some districts.
Three water trucks have been placed.
Services are being resumed one by one.
The server will be restarted at 02:00.
Mail is being delivered with a delay.
Maintenance will take place on the 20th.
Please send us the form again.
No payment has been taken twice.
Your money is safe.
Many people are visiting our site, so it may be slow.
For access by train, see the map.
The correct address is on our official site.
Beware of incorrect information.
Correction: the time given before was wrong.
Please enter your number.
If you forgot your password, come to the counter.
If you cannot sign in, try again later.
Please keep this page open.
Note the number that is shown.
Update the app to its newest version.
A wrong setting was the cause.
Parts are hard to get at the moment.
We are working with outside experts.
We are working with our contractors.
The authorities have been told.
The fire brigade has been called.
A first report has gone to the ministry.
Our headquarters has been set up.
Our headquarters has been stood down.
Replacement buses are running.
Trains run as usual from the first departure.
Two extra flights will be operated.
Luggage takes longer than usual.
Toll gates accept cash only.
Use the machines of other banks.
Cards can be used as usual.
Some payments are late.
Transfers will be carried out on the next business day.
Clinics are open as usual.
Admission of outpatients is suspended.
Prescriptions are handed out on paper.
Test results will be late.
Emergencies are being admitted.
The gas supply is not affected.
Open a window before you turn the tap.
Meter readings will be on another day.
Connections are unstable.
Calls work, mobile data does not.
Emergency calls work.
Switch your device off and on again.
Devices are exchanged in our shops.
We are inspecting equipment after the earthquake.
We close early because of the typhoon.
Deliveries are late because of heavy rain.
We are clearing large amounts of snow.
We have had many orders, so dispatch is late.
Please avoid the rush hours.
Visitors follow the instructions of our staff.
The pool is closed.
A leaking pipe is being repaired.
Water leaks from the roof of hall 5.
The shack by the river is closed.
A hackney carriage will take you there.
The doors open at 9.
Does it affect my contract? No.
I do so every day.
This problem is solved.
Crisp weather is expected.
Lunch is not served today.
Random checks are carried out.
Please wear a mask in the ward.
All work has been finished.
Somebody will call you back.
The telephone lines are busy.
Our staff will guide you one by one.
The lights will be off from 22:00.
Information is updated as it comes in.
The information desk is on the second floor.
Room 505 is closed.
Call 0505 for help.
It was a mistake of ours.
We will let you know on Friday.
Please pay later.
Thank you for your patience.`.split('\n');

const TYPICAL = [
  'ランサムウェア',
  'DDoS',
  '不正アクセス',
  'サイバー攻撃',
  'マルウェア',
  '情報漏えい',
  'ハッキング',
  'LockBit',
  'リーク',
  '身代金',
  '脆弱性',
  '内部不正',
  'サーバー',
  'ISP',
];

test('two hundred ordinary sentences pass, whatever typical item is withheld with all its other words', () => {
  expect(JA.length + EN.length).toBe(200);
  const items = TYPICAL.filter((term) => term !== 'サーバー').map((term) => ({
    audience: 'customers' as const,
    term,
    also: alsoFor(term),
  }));
  const caught = [...JA, ...EN].flatMap((sentence) =>
    withheldIn(sentence, 'customers', items).map(({ term }) => `${term}: ${sentence}`),
  );
  expect(caught).toEqual([]);
});

test('only what says a server is taken for one', () => {
  const held = [{ audience: 'customers' as const, term: 'サーバー' }];
  expect([...JA, ...EN].filter((each) => withheldIn(each, 'customers', held).length > 0)).toEqual([
    'サーバの再起動を行います。',
  ]);
});

test.each([
  ['ランサムウェア', ['ransomware', '身代金', '暗号化ウイルス']],
  ['ransomware', ['ランサムウェア', '身代金']],
  ['らんさむうぇあ', ['ransomware']],
  ['DDoS', ['ディードス', '大量の通信を送り付け']],
  ['DDoS攻撃', ['ディードス']],
  ['不正アクセス', ['サイバー攻撃', 'ハッキング', 'unauthorized access']],
  ['ロックビット', ['LockBit']],
  ['管の破損', []],
])('for %s other words are known', (term, some) => {
  expect(alsoFor(term)).toEqual(some.length === 0 ? [] : expect.arrayContaining(some));
});

test.each([
  'サイバーアタックを受けました',
  '大量の通信を送り付ける攻撃を受けています',
  'ハッカーに侵入されました',
  'Our systems were hacked',
])('%s tells of what is withheld by another word', (text) => {
  const items = ['DDoS', '不正アクセス'].map((term) => ({
    audience: 'customers' as const,
    term,
    also: alsoFor(term),
  }));
  expect(withheldIn(text, 'customers', items).length).toBeGreaterThan(0);
});
