import type { Speak } from '../speak.ts';
import type { OperatorKey } from './operators.ts';

/** What became of a report at the desk, where it did not simply pass. */
export type Fate = 'withdrawn' | 'toRevise' | 'notOurs' | 'inReview';

/** One report as it came in. */
export interface Report {
  readonly operator: OperatorKey;
  /** When it was noticed, on the clock of Japan. */
  readonly noticed: string;
  readonly type: string;
  readonly causes: readonly string[];
  /** Effect on the service, 0 none to 4 crisis, and after how many hours it was restored; null where nobody said. */
  readonly level: number | null;
  readonly hours: number | null;
  /** What raters on the whole gave it, criterion by criterion; nothing where it is no candidate. */
  readonly scores: string;
  readonly title: string;
  readonly outline: string;
  readonly more: More;
}
interface More {
  /** Spoken of again under this name. */
  readonly key?: string;
  readonly fate?: Fate;
  /** Tells of the event which that one leads. */
  readonly of?: string;
  /** So many hours after it was noticed; what is over 72 is late. */
  readonly lag?: number;
  readonly door?: 'telephone' | 'fax' | 'mail' | 'visit';
  readonly finally?: true;
}

type Row = readonly [
  operator: OperatorKey,
  noticed: string,
  type: string,
  causes: string,
  level: number | null,
  hours: number | null,
  scores: string,
  title: string,
  outline: string,
  more?: More,
];
export const report = ([operator, noticed, type, causes, level, hours, scores, title, outline, more = {}]: Row): Report => ({
  operator,
  noticed,
  type,
  causes: causes.split(' '),
  level,
  hours,
  scores,
  title,
  outline,
  more,
}); // biome-ignore format: one line

/** What was reported from January 2024 to March 2025. */
export const reports = (t: Speak): Report[] =>
  ([
    ['bank', '2024-01-15T08:40', 'unavailable', 'equipmentFailure', 2, 3, '2111211', t('窓口端末の印字機能の停止', 'Printing at counters stopped'), t('帳票サーバーのディスク故障で、窓口の通帳と伝票を印字できなくなった。', 'A disk of the form server failed, and counters could not print passbooks or slips.')],
    ['city', '2024-01-29T10:05', 'leak', 'userError', 1, 5, '1121201', t('申請書類の誤った共有', 'Application papers shared by mistake'), t('共有フォルダーの設定を誤り、別の課の職員が申請書類を閲覧できる状態だった。', 'A wrong setting of a shared folder let staff of another section read application papers.')],
    ['haulier', '2024-02-06T07:20', 'unavailable', 'managementError', 2, 9, '2122121', t('配車システムの利用権の期限切れ', 'A licence of the dispatch system ran out'), t('利用権の更新を失念し、始業時に配車画面が開けなくなった。', 'No one renewed the licence, and the dispatch screens would not open in the morning.')],
    ['power', '2024-02-20T14:10', 'omen', 'vulnerability', 0, null, '0122112', t('遠隔保守装置の脆弱性の判明', 'A weakness found in remote maintenance equipment'), t('保守用の装置に認証を回避できる脆弱性が見つかり、使用前に切り離した。', 'A way around sign-in was found in maintenance equipment, which was disconnected before any use.')],
    ['tram', '2024-03-11T05:35', 'unavailable', 'equipmentFailure', 2, 4, '2112211', t('運行案内表示の停止', 'Departure displays stopped'), t('配信装置の故障により、全駅の案内表示が始発から消えていた。', 'A distributor failed and the displays of all stops were dark from the first tram.')],
    ['insurer', '2024-03-25T16:50', 'leak', 'contractorError', 1, 30, '1121211', t('委託先による通知書の封入誤り', 'A contractor put letters in wrong envelopes'), t('封入機の設定を誤り、62件の通知書が別の契約者に届いた。', 'A machine was set wrongly, and 62 letters reached other policyholders.')],

    ['telecom', '2024-04-03T02:15', 'unavailable', 'managementError', 3, 6, '3332222', t('基幹ルーターの設定変更後の通信断', 'Loss of service after a change to core routers'), t('夜間の設定変更の誤りで、3県の固定通信が早朝までつながらなかった。', 'A wrong setting during night work cut fixed lines in three prefectures until the morning.'), { finally: true }],
    ['hospital', '2024-04-09T09:00', 'malware', 'suspiciousMail fileExecuted', 1, 12, '1221211', t('事務端末のマルウェア感染', 'Malware on an office terminal'), t('請求書を装った添付ファイルを開き、1台が感染した。診療系とは分離されていた。', 'An attachment posing as an invoice was opened and one terminal infected. Clinical systems were separate.')],
    ['parcels', '2024-04-16T06:30', 'unavailable', 'managementError', 2, 7, '2122121', t('仕分け設備の時刻のずれ', 'Clocks of sorting lines drifted'), t('時刻の同期先が廃止され、仕分け設備の締切判定が狂った。', 'The source of time had been retired, and the lines judged their deadlines wrongly.')],
    ['card', '2024-04-22T11:25', 'unavailable', 'managementError', 3, 5, '3233232', t('データセンター移設後の承認処理の重複', 'Authorisations done twice after a move of data centres'), t('移設した承認装置の切替順を誤り、5時間にわたり約8千件の利用が二重に処理された。', 'Gateways were switched in the wrong order after a move, and about 8,000 payments were processed twice in five hours.'), { key: 'card', finally: true }],
    ['gas', '2024-05-02T13:40', 'leadingOther', 'spoofing', 0, null, '0121111', t('会社をかたる検針の案内メール', 'Mails about meter reading in the company’s name'), t('検針日の変更をかたる偽のメールが、利用者に広く届いた。', 'Many customers received forged mails about a changed day of meter reading.')],
    ['airport', '2024-05-13T04:50', 'malware', 'contractorError', 2, 11, '2233233', t('手荷物搬送の制御装置への感染', 'Malware in the controllers of baggage handling'), t('委託先の保守端末から搬送設備の制御装置にマルウェアが広がり、手作業で仕分けた。', 'Malware spread from a contractor’s maintenance laptop to conveyor controllers; bags were sorted manually.'), { key: 'airport', finally: true }],
    ['prefecture', '2024-05-20T15:05', 'unavailable', 'massAccess', 2, 2, '2221211', t('県の案内サイトへの大量の通信', 'A flood of requests to the prefecture’s site'), t('国外から大量の通信が続き、県の案内サイトが2時間ほど表示されなかった。', 'Requests from abroad kept the site from showing for about two hours.')],
    ['water', '2024-05-28T10:30', 'unavailable', 'contractorError managementError', 3, 20, '3233322', t('遠方監視の回線の一斉停止', 'All lines of remote supervision cut off'), t('回線契約の更新漏れで、配水池46か所の監視用の通信が一斉に止まり、巡回に切り替えた。', 'A contract was not renewed and the lines to 46 reservoirs were cut off at once; staff went round by car.'), { key: 'water', finally: true }],
    ['railway', '2024-06-04T05:10', 'unavailable', 'managementError', 3, 4, '3223231', t('時刻情報の誤りによる改札機の停止', 'Ticket gates stopped by a wrong clock'), t('上位の時刻装置が1日先の日付を配り、始発から118駅の改札機が券を受け付けなかった。', 'A time server gave out the next day’s date, and gates at 118 stations refused tickets from the first train.'), { key: 'railway', finally: true }],
    ['broadcast', '2024-06-10T18:55', 'unavailable', 'equipmentFailure', 2, 1, '2111211', t('送出設備の切替の失敗', 'Playout did not switch to the spare'), t('現用の送出設備が故障し、予備への切替に12分かかった。', 'The playout in use failed, and switching to the spare took 12 minutes.')],
    ['refinery', '2024-06-18T09:45', 'intrusion', 'vulnerability', 1, 40, '1222212', t('取引先接続用サーバーへの侵入', 'A break-in at the server for business partners'), t('公開していたサーバーの脆弱性から侵入され、内部への通信を試みた跡が見つかった。', 'Attackers came in through a weakness of a public server and tried to reach the inside.')],
    ['grid', '2024-06-25T22:20', 'unavailable', 'contractorError', 2, 16, '2223222', t('計量器の一斉更新の停滞', 'A mass update of meters got stuck'), t('通信部の更新が途中で止まり、約3万台の検針値が翌日まで届かなかった。', 'An update of meter radios stopped half-way, and readings of about 30,000 meters were missing until the next day.'), { key: 'grid', finally: true }],

    ['clearing', '2024-07-02T19:30', 'unavailable', 'managementError', 2, 6, '2122211', t('夜間の一括処理の遅延', 'Nightly batches ran late'), t('月初の件数が想定を超え、翌朝の振込の反映が遅れた。', 'More items than foreseen at the start of the month delayed the next morning’s transfers.')],
    ['clinics', '2024-07-08T08:25', 'unavailable', 'otherSector', 3, 9, '3232322', t('診療記録サービスの停止', 'The service for medical records stopped'), t('共同で使う診療記録サービスが止まり、17診療所が紙で診療した。', 'The shared service for records stopped, and 17 clinics worked on paper.'), { key: 'clinics', finally: true }],
    ['hospital', '2024-07-08T09:10', 'unavailable', 'otherSector', 2, 8, '', t('地域連携の診療記録の閲覧停止', 'Shared records could not be read'), t('連携先の診療記録サービスが止まり、紹介患者の記録を閲覧できなかった。', 'The service of a partner stopped, and records of referred patients could not be read.'), { of: 'clinics' }],
    ['insurer', '2024-07-08T10:40', 'unavailable', 'otherSector', 1, 9, '', t('医療費照会の停止', 'Queries of medical costs stopped'), t('照会先の診療記録サービスの停止で、審査が翌日に延びた。', 'Claims waited until the next day because the records they query were down.'), { of: 'clinics', door: 'mail' }],
    ['airline', '2024-07-16T06:05', 'unavailable', 'otherSector', 2, 3, '2122211', t('搭乗手続き画面の応答遅延', 'Slow check-in screens'), t('外部の予約基盤の遅延で、手続きに通常の3倍の時間がかかった。', 'A slow external reservation platform tripled the time of check-in.')],
    ['chemical', '2024-07-23T13:15', 'destruction', 'userError', 2, 28, '2112211', t('配合表の誤った上書き', 'Recipes overwritten by mistake'), t('試験用の配合表を本番に登録し、2系列の製造を止めて照合した。', 'Test recipes went into production, and two lines stood while they were checked.')],
    ['city', '2024-07-30T08:35', 'unavailable', 'userError contractorError', 3, 14, '3222331', t('名前解決の設定誤りによる住民サービスの停止', 'Resident services lost through a wrong name record'), t('移転作業で名前解決の設定を誤って消し、届出や証明の窓口が終日つながらなかった。', 'A record was deleted by mistake during a move, and resident services could not be reached all day.'), { key: 'city', finally: true }],
    ['bank', '2024-08-06T12:10', 'leak', 'contractorError', 2, 6, '2232232', t('振込明細の誤送信', 'Transfer lists sent to the wrong address'), t('委託先が試験用の宛先を残したまま作業し、412件の振込明細が別の法人に送信された。', 'A contractor left a test address in place, and 412 lines of transfers went to another company.'), { key: 'bank', finally: true }],
    ['wharf', '2024-08-13T05:30', 'unavailable', 'disaster', 2, 18, '2111111', t('台風による監視カメラ網の停止', 'Cameras lost to a typhoon'), t('停電と浸水で岸壁の監視カメラ網が翌日まで停止した。', 'Power and water took the cameras of the quay out until the next day.')],
    ['telecom', '2024-08-20T11:00', 'omen', 'suspiciousMail', 0, null, '0111110', t('役員を装うメールの検知', 'Mails posing as an executive detected'), t('送金を求めるメールを受信前に検知して遮断した。', 'Mails asking for a transfer were detected and stopped before anyone read them.')],
    ['parcels', '2024-08-27T16:45', 'unavailable', 'massAccess', 1, 2, '1121111', t('再配達受付への大量の通信', 'A flood of requests to redelivery'), t('自動化された大量の申込みで、再配達の受付が2時間つながりにくかった。', 'Automated requests made redelivery hard to reach for two hours.')],
    ['railway', '2024-09-03T23:40', 'intrusion', 'spoofing', 1, 20, '1222212', t('退職者の識別情報による接続', 'Access with a former employee’s account'), t('無効にしていなかった識別情報で、工事計画の共有領域に接続された。', 'An account that had not been closed was used to reach shared work plans.')],
    ['port', '2024-09-10T03:55', 'destruction', 'vulnerability', 4, 62, '3333332', t('搬入受付システムの暗号化', 'The gate system of a terminal encrypted'), t('遠隔接続装置の脆弱性から侵入され、搬入受付と蔵置計画のサーバーが暗号化された。荷役は約2日半止まった。', 'Attackers came in through remote access and encrypted the servers for gate and yard. Handling stood for about two and a half days.'), { key: 'port', finally: true }],
    ['wharf', '2024-09-10T07:20', 'unavailable', 'otherSector', 2, 60, '', t('隣接ターミナルの停止に伴う滞留', 'Queues because of the terminal next door'), t('隣のターミナルの停止で車両が集中し、受付を制限した。', 'Lorries from the terminal next door filled the gate, and entry was limited.'), { of: 'port' }],
    ['haulier', '2024-09-10T08:05', 'unavailable', 'otherSector', 2, 58, '', t('コンテナの引取りの停止', 'Containers could not be collected'), t('ターミナルの停止で約140台の引取りができなかった。', 'About 140 collections failed while the terminal stood.'), { of: 'port', door: 'fax' }],
    ['hospital', '2024-09-24T02:30', 'unavailable', 'equipmentFailure', 2, 5, '2111221', t('画像保管装置の停止', 'The image store stopped'), t('無停電電源の電池の劣化で、夜間に画像の保管装置が止まった。', 'Worn batteries of the power supply stopped the image store at night.')],

    ['power', '2024-10-01T07:45', 'unavailable', 'managementError', 1, 3, '1121111', t('停電情報の表示の遅れ', 'Outage information shown late'), t('件数の上限を超え、停電情報の表示が最大50分遅れた。', 'A limit was exceeded, and outages were shown up to 50 minutes late.')],
    ['city', '2024-10-07T11:20', 'leak', 'illicitAcquisition spoofing', 1, 70, '1221211', t('施設予約の利用者への成り済まし', 'Booking users impersonated'), t('他所で漏れた識別情報で、施設予約の39人分の情報が閲覧された。', 'Passwords leaked elsewhere were used to read 39 people’s bookings.')],
    ['gas', '2024-10-15T09:25', 'unavailable', 'equipmentFailure managementError', 2, 7, '2112221', t('保安受付の電話の不通', 'The emergency line could not be reached'), t('交換機の故障で、保安受付の電話が40分つながらなかった。予備への転送の設定が古かった。', 'An exchange failed and the emergency line was dead for 40 minutes. The diversion was out of date.')],
    ['airline', '2024-10-21T14:00', 'leak', 'userError', 1, 4, '1111101', t('座席表の誤送付', 'A seating plan sent to the wrong address'), t('団体客の座席表を別の旅行会社に送付した。', 'The seating plan of a group went to another travel agency.')],
    ['broadcast', '2024-10-28T20:15', 'execution', 'siteViewed', 1, 15, '1122112', t('編集端末での不正な処理の実行', 'Malicious code run on an editing terminal'), t('閲覧した外部のサイトから不正な処理が実行され、編集端末1台を隔離した。', 'An external site ran malicious code, and one editing terminal was isolated.')],
    ['card', '2024-11-05T10:50', 'unavailable', 'otherSector', 2, 2, '2121211', t('通信回線の障害による承認の停止', 'Authorisations stopped by a fault of lines'), t('通信事業者の障害で、一部の加盟店の承認が2時間できなかった。', 'A fault of a carrier kept some shops from authorisations for two hours.')],
    ['tram', '2024-11-11T17:40', 'unavailable', 'vulnerability', 1, 26, '1122111', t('乗車アプリの停止', 'The ticket app was taken offline'), t('乗車アプリに脆弱性が見つかり、修正まで停止した。', 'A weakness was found in the ticket app, which was offline until it was fixed.')],
    ['clearing', '2024-11-18T08:10', 'leadingOther', 'massAccess', 0, null, '0121111', t('接続口への探索の増加', 'More probing of connections'), t('接続口への探索が平常の15倍に増え、遮断を強めた。影響はなかった。', 'Probing rose to fifteen times the usual, and filters were tightened. Nothing was affected.')],
    ['chemical', '2024-11-26T03:05', 'unavailable', 'equipmentFailure', 2, 10, '2112221', t('制御室の画面の消失', 'Screens of a control room went dark'), t('表示装置の更新後に制御室の画面が消え、現場の計器で運転を続けた。', 'Screens went dark after an upgrade, and the plant ran by gauges on site.')],
    ['prefecture', '2024-12-03T09:35', 'malware', 'suspiciousMail fileExecuted', 1, 33, '1221111', t('出先機関の端末の感染', 'Malware in a branch office'), t('取引先を装う添付ファイルから2台が感染し、網を切り離した。', 'Two terminals were infected by an attachment, and the branch was disconnected.')],
    ['refinery', '2024-12-09T13:30', 'unavailable', 'contractorError', 2, 6, '2122221', t('出荷システムの停止', 'Loading stopped with its system'), t('委託先が誤って本番の機器の電源を落とし、出荷が6時間止まった。', 'A contractor switched off equipment in use by mistake, and loading stood for six hours.')],
    ['water', '2024-12-16T21:10', 'unavailable', 'managementError', 1, 4, '1112111', t('水質計の値の欠落', 'Readings of water quality missing'), t('記録装置の容量不足で、4時間分の水質計の値が残らなかった。', 'A full recorder lost four hours of readings.')],
    ['telecom', '2024-12-24T00:20', 'unavailable', 'massAccess', 3, 8, '3221221', t('名前解決サーバーへの大量の通信', 'A flood of requests to name servers'), t('名前解決サーバーへの大量の通信で、夜間に通信がつながりにくくなった。', 'A flood of requests to name servers made connections slow during the night.'), { lag: 20 }],
    ['parcels', '2024-12-30T15:55', 'unavailable', 'managementError', 2, 12, '2112211', t('年末の荷物追跡の停止', 'Parcel tracking stopped at the end of the year'), t('年末の件数で追跡の基盤が飽和し、12時間更新されなかった。', 'The volume at the end of the year filled the platform, and tracking stood for 12 hours.'), { lag: 110 }],
    ['grid', '2024-11-29T10:15', 'omen', 'contractorError', 0, null, '0112111', t('工事計画書の誤った持ち出し', 'Work plans taken outside by mistake'), t('委託先が計画書の入った媒体を社外に置き忘れ、当日中に回収した。', 'A contractor left a medium with plans outside, and it was found the same day.'), { door: 'visit' }],

    // Passed too late, never, or taken back: they are counted nowhere.
    ['airport', '2024-10-17T12:25', 'unavailable', 'userError', 1, 1, '', t('館内放送の停止', 'Announcements stopped'), t('操作の誤りで館内放送が30分止まった。', 'A wrong key stopped announcements for 30 minutes.'), { fate: 'withdrawn' }],
    ['bank', '2024-10-30T09:15', 'unavailable', 'unknown', null, null, '', t('支店の通信の遅延', 'Slow lines at a branch'), t('支店の通信が遅いとの連絡があった。詳細は確認中。', 'A branch said that its lines were slow. Details are being looked into.'), { fate: 'toRevise', door: 'telephone' }],
    ['insurer', '2024-11-21T16:30', 'leadingOther', 'otherThreat', 0, null, '', t('他社の障害に関する問い合わせ', 'Questions about another company’s fault'), t('他社の障害について利用者から問い合わせがあった。', 'Customers asked about the fault of another company.'), { fate: 'notOurs' }],
    ['haulier', '2024-12-19T07:50', 'unavailable', 'equipmentFailure', 1, 2, '', t('倉庫の読取り端末の停止', 'Scanners of a warehouse stopped'), t('無線装置の故障で読取り端末が2時間使えなかった。', 'A radio failed, and scanners could not be used for two hours.'), { fate: 'toRevise' }],

    // Of the fiscal year, after the survey's window.
    ['bank', '2025-01-14T10:20', 'unavailable', 'massAccess', 2, 3, '', t('法人向け取引画面の接続困難', 'Business banking hard to reach'), t('大量の通信で、法人向けの取引画面が3時間つながりにくかった。', 'A flood of requests made business banking hard to reach for three hours.')],
    ['hospital', '2025-01-21T13:05', 'leak', 'userError', 1, 2, '', t('検査結果の誤交付', 'Test results handed to the wrong person'), t('同姓の患者に検査結果を渡し、当日中に回収した。', 'Results went to a patient of the same name and were recovered that day.')],
    ['silent', '2025-01-28T09:30', 'unavailable', 'equipmentFailure', 1, 5, '', t('受付窓口の端末の故障', 'Terminals of a service desk failed'), t('電源の故障で窓口の端末が5時間使えなかった。', 'A power supply failed, and the desk had no terminals for five hours.')],
    ['airline', '2025-02-05T05:45', 'unavailable', 'otherSector', 2, 4, '', t('気象情報の受信の停止', 'Weather data stopped arriving'), t('提供元の障害で気象情報が届かず、電話で補った。', 'The provider had a fault, and weather came by phone.')],
    ['tram', '2025-02-13T18:15', 'intrusion', 'vulnerability', 1, 50, '', t('広報サイトの管理画面への侵入', 'A break-in at the public site'), t('管理画面の脆弱性から侵入され、公開前の記事が書き換えられた。', 'Attackers came in through the administration and changed articles not yet published.')],
    ['water', '2025-02-25T08:50', 'malware', 'fileExecuted', 0, 10, '', t('持ち込み端末の感染の検知', 'Malware found on a visiting laptop'), t('接続前の検査で委託先の端末の感染を検知し、接続を断った。', 'A check before connection found malware on a contractor’s laptop, which was turned away.')],
    ['gas', '2025-03-11T14:20', 'unavailable', 'managementError', 2, 6, '', t('料金計算の停止', 'Billing stopped'), t('証明用の設定の期限を見落とし、料金計算が6時間止まった。', 'An expiry date was overlooked, and billing stood for six hours.')],
    ['chemical', '2025-03-24T11:10', 'leadingOther', 'insider', 0, null, '', t('図面の大量の印刷の検知', 'Many drawings printed'), t('退職予定者による図面の大量の印刷を検知し、回収した。', 'A leaving employee’s many prints of drawings were noticed and collected.')],
  ] satisfies Row[]).map(report); // biome-ignore format: a report a line

/**
 * What came in since then: so many days after the next fiscal year began, or, below nought, before today. All but one are
 * heard from within the year.
 */
export const laterReports = (t: Speak): (readonly [day: number, Report])[] => {
  const later = (day: number, ...row: readonly [OperatorKey, string, string, number | null, number | null, string, string, More?]) =>
    [day, report([row[0], '', row[1], row[2], row[3], row[4], '', row[5], row[6], row[7] ?? {}])] as const; // biome-ignore format: one line
  return [
    later(24, 'telecom', 'unavailable', 'managementError', 2, 3, t('携帯通信の輻輳', 'Congestion of mobile lines'), t('大規模な催しで通信が集中し、3時間つながりにくかった。', 'A large event filled mobile lines for three hours.')),
    later(55, 'city', 'unavailable', 'equipmentFailure', 1, 6, t('証明書の交付機の停止', 'Certificate machines stopped'), t('通信装置の故障で、証明書の交付機が半日使えなかった。', 'A radio failed, and certificate machines stood for half a day.')),
    later(102, 'power', 'unavailable', 'equipmentFailure', 1, 5, t('営業所の網の停止', 'The network of an office stopped'), t('機器の故障で営業所の網が5時間止まった。', 'Equipment failed, and an office had no network for five hours.')),
    later(144, 'card', 'leak', 'contractorError', 1, 9, t('明細の封入誤り', 'Statements in wrong envelopes'), t('委託先の作業の誤りで18人分の明細が入れ替わった。', 'A contractor mixed up the statements of 18 people.')),
    later(170, 'hospital', 'leak', 'contractorError', 1, 12, t('検査の委託先での記録の紛失', 'Records lost at a laboratory'), t('検査の委託先が記録媒体を紛失し、翌日に見つかった。', 'A laboratory lost a medium with records, which was found the next day.')),
    later(210, 'grid', 'unavailable', 'managementError', 2, 5, t('停電の復旧見込みの誤表示', 'Wrong times of restoration shown'), t('設定の誤りで、復旧の見込みが5時間誤って表示された。', 'A wrong setting showed wrong times of restoration for five hours.')),
    later(240, 'clinics', 'unavailable', 'otherSector', 1, 2, t('予約の電話の混雑', 'Phone bookings overloaded'), t('予約の画面の停止で、電話が2時間つながりにくかった。', 'The booking screen was down, and the phone was busy for two hours.')),
    later(-280, 'broadcast', 'unavailable', 'userError', 2, 1, t('字幕の欠落', 'Captions missing'), t('切替の操作の誤りで、字幕が20分表示されなかった。', 'A wrong key took captions away for 20 minutes.')),
    later(-270, 'bank', 'leadingOther', 'spoofing', 0, null, t('偽の取引画面の発見', 'A forged banking page found'), t('偽の取引画面が見つかり、閉鎖を依頼した。', 'A forged page was found and its closure requested.')),
    later(-260, 'insurer', 'malware', 'suspiciousMail fileExecuted', 1, 20, t('代理店の端末の感染', 'Malware at an agency'), t('代理店の端末が感染し、接続を停止した。', 'A terminal of an agency was infected and disconnected.')),
    later(-250, 'port', 'omen', 'vulnerability', 0, null, t('接続装置の緊急の更新', 'An urgent update of remote access'), t('公表された脆弱性に当日中に対応した。悪用の跡はなかった。', 'A published weakness was closed the same day. There were no signs of abuse.')),
    later(-240, 'airline', 'unavailable', 'managementError', 2, 2, t('手荷物の紐付けの停止', 'Baggage could not be matched'), t('版の更新後に手荷物の紐付けが2時間できなかった。', 'After an upgrade, baggage could not be matched for two hours.')),
    later(-225, 'airport', 'unavailable', 'equipmentFailure', 1, 3, t('保安検査の装置の停止', 'Screening equipment stopped'), t('電源の不調で2列の検査装置が止まった。', 'Two lanes stood because of a power fault.')),
    later(-210, 'tram', 'leak', 'userError', 1, 4, t('忘れ物の台帳の誤公開', 'Lost property list published'), t('忘れ物の台帳を誤って公開し、当日に取り下げた。', 'The list of lost property was published by mistake for a day.')),
    later(-195, 'grid', 'intrusion', 'spoofing', 0, 18, t('外部委託の管理画面への不正な接続', 'Unlawful access to a contractor’s console'), t('委託先の管理画面に不正に接続された。設備への影響はなかった。', 'An intruder reached a contractor’s console. No equipment was affected.')),
    later(-180, 'gas', 'unavailable', 'disaster', 2, 15, t('落雷による遠隔監視の停止', 'Lightning stopped remote supervision'), t('落雷で監視の機器が止まり、翌朝まで巡回で補った。', 'Lightning stopped equipment, and staff went round until the morning.')),
    later(-165, 'prefecture', 'unavailable', 'contractorError', 1, 6, t('電子申請の停止', 'Online applications stopped'), t('委託先の作業の誤りで電子申請が半日止まった。', 'A contractor’s mistake stopped applications for half a day.')),
    later(-150, 'hospital', 'unavailable', 'vulnerability', 2, 11, t('予約の停止', 'Bookings taken offline'), t('脆弱性への対応のため予約を停止した。', 'Bookings were offline while a weakness was closed.')),
    later(-135, 'wharf', 'leadingOther', 'massAccess', 0, null, t('受付への探索の増加', 'More probing of the gate'), t('受付の接続口への探索が続いた。', 'The gate’s connections were probed for days.')),
    later(-120, 'haulier', 'unavailable', 'managementError', 2, 8, t('運行記録の送信の停止', 'Trip records were not sent'), t('容量の不足で運行記録が8時間送信されなかった。', 'A full disk held trip records back for eight hours.')),
    later(-105, 'chemical', 'destruction', 'userError', 1, 30, t('試験成績の上書き', 'Test results overwritten'), t('取込みの誤りで3日分の試験成績を上書きし、控えから戻した。', 'An import overwrote three days of results, which came back from a copy.')),
    later(-90, 'refinery', 'unavailable', 'otherSector', 1, 4, t('電子発注の停止', 'Electronic orders stopped'), t('通信事業者の障害で電子発注が4時間止まった。', 'A carrier’s fault stopped orders for four hours.')),
    later(-75, 'parcels', 'leak', 'illicitAcquisition', 1, 60, t('会員情報への不正な照会', 'Unlawful queries of members'), t('他所で漏れた識別情報で27人の情報が閲覧された。', 'Passwords leaked elsewhere were used to read 27 people’s data.')),
    later(-60, 'railway', 'unavailable', 'equipmentFailure', 2, 2, t('指令電話の雑音', 'Noise on the control line'), t('交換機の不調で指令電話に雑音が入り、予備に切り替えた。', 'An exchange made noise on the control line, and the spare took over.')),
    later(-45, 'clearing', 'unavailable', 'managementError', 2, 3, t('即時振込の遅れ', 'Instant transfers late'), t('件数の急増で即時振込が最大3時間遅れた。', 'A surge delayed instant transfers by up to three hours.')),
    later(-30, 'clinics', 'malware', 'suspiciousMail', 0, 5, t('不審な添付ファイルの検知', 'A suspicious attachment detected'), t('検査で不審な添付ファイルを検知し、開く前に隔離した。', 'A check found an attachment before anyone opened it.')),
    // On the desk now: nobody has looked at these yet.
    later(-7.5, 'water', 'unavailable', 'equipmentFailure', 2, 4, t('送水ポンプの監視の停止', 'Supervision of pumps stopped'), t('監視の機器の故障で、送水ポンプの状態が4時間見えなかった。', 'Equipment failed, and pumps could not be seen for four hours.'), { fate: 'inReview' }),
    later(-5, 'city', 'leak', 'userError', 1, 3, t('通知の宛先の取り違え', 'A notice to the wrong address'), t('給付の通知を別の世帯に送付した。', 'A notice of benefits went to another household.'), { fate: 'inReview' }),
    later(-3, 'telecom', 'unavailable', 'unknown', 3, null, t('広域の通信の不調', 'Trouble with lines over a wide area'), t('2県で通信が不安定。原因は調査中。', 'Lines are unstable in two prefectures. The cause is being looked for.'), { fate: 'inReview', key: 'running', lag: 1 }),
    later(-1.5, 'power', 'unavailable', 'otherSector', 1, null, t('通信の不調による検針の遅れ', 'Readings late because of unstable lines'), t('通信の不調で一部の検針値が届かない。', 'Some readings do not arrive because lines are unstable.'), { fate: 'inReview', lag: 1 }),
    later(-0.75, 'card', 'unavailable', 'otherSector', 2, null, t('一部地域での承認の失敗', 'Authorisations fail in some regions'), t('通信の不調で、2県の加盟店の承認が失敗している。', 'Lines are unstable, and authorisations fail in two prefectures.'), { fate: 'inReview', door: 'telephone', lag: 0.5 }),
  ]; // biome-ignore format: a report a line
};
