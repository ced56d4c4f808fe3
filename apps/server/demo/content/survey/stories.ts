import type { ReportDraft } from '../../../../../areas/survey/content/schema.ts';
import type { Certainty } from '../../../../../kernel/certainty.ts';
import type { Speak } from '../speak.ts';

type Step = readonly [
  text: string,
  by: string,
  /** Minutes after it was noticed; null where nobody wrote it down. */
  minutes: number | null,
  outcome: 'effective' | 'partly' | 'none' | 'unknown',
];
type Party = readonly [name: string, kind: NonNullable<ReportDraft['parties']>[number]['kind'], part: string];

/** What an operator told beyond the outline, of the events that were chosen. */
export interface Story {
  readonly cause: readonly [text: string, certainty: Certainty];
  readonly steps: readonly Step[];
  readonly parties: readonly Party[];
  readonly systems: readonly string[];
  readonly machines?: readonly [low: number, high: number];
  readonly measures?: string;
}

export const stories = (t: Speak): Readonly<Record<string, Story>> => {
  const it = t('情報システム部門', 'IT department');
  const site = t('現場部門', 'Site staff');
  return {
    port: {
      cause: [t('遠隔接続装置の更新が4か月遅れていた', 'Remote access equipment had not been updated for four months'), 'presumed'],
      steps: [
        [t('暗号化された計画サーバーを網から切り離した', 'The encrypted planning server was disconnected'), it, 25, 'effective'],
        [t('外部との接続をすべて遮断した', 'All outside connections were cut'), it, 50, 'effective'],
        [t('搬入を止め、紙の台帳で船の荷役だけを続けた', 'Entry was stopped, and ships alone were handled on paper'), site, 95, 'partly'],
        [t('網につながない控えから計画データを戻した', 'Planning data came back from copies kept offline'), t('保守会社', 'Maintenance company'), null, 'effective'],
      ],
      parties: [[it, 'department', t('切り離しと復旧の指揮', 'Directed isolation and recovery')], [site, 'department', t('紙での荷役', 'Handled ships on paper')], [t('保守会社', 'Maintenance company'), 'contractor', t('サーバーの復元', 'Restored servers')], [t('攻撃者', 'Attacker'), 'attacker', '']],
      systems: [t('遠隔接続装置', 'Remote access equipment'), t('搬入受付サーバー', 'Gate server'), t('蔵置計画サーバー', 'Yard planning server')],
      machines: [14, 14],
      measures: t('更新の期限を装置ごとに定め、控えを毎日網の外に置く。', 'Each device has a date for updates, and copies leave the network every day.'),
    },
    card: {
      cause: [t('承認装置の切替順が手順書と異なっていた', 'Gateways were switched in another order than written'), 'confirmed'],
      steps: [
        [t('二重の承認を検知し、片系を止めた', 'Double authorisations were noticed, and one side stopped'), it, 40, 'partly'],
        [t('加盟店に明細の照合を依頼した', 'Shops were asked to compare statements'), t('加盟店窓口', 'Shop desk'), 130, 'unknown'],
        [t('重複した取引を一括で取り消した', 'Doubled payments were reversed together'), it, 290, 'effective'],
      ],
      parties: [[it, 'department', ''], [t('加盟店窓口', 'Shop desk'), 'department', ''], [t('移設の請負会社', 'Company that moved the centre'), 'contractor', t('切替作業', 'Did the switching')]],
      systems: [t('承認装置', 'Authorisation gateway'), t('取引照合基盤', 'Reconciliation platform')],
    },
    airport: {
      cause: [t('保守端末が検査されずに制御網につながれた', 'A maintenance laptop was connected without a check'), 'likely'],
      steps: [
        [t('搬送設備を止め、手作業の仕分けに切り替えた', 'Conveyors were stopped and bags sorted manually'), site, 35, 'effective'],
        [t('感染した制御装置9台を交換した', 'Nine infected controllers were replaced'), t('設備の委託先', 'Equipment contractor'), 420, 'effective'],
        [t('航空会社に手荷物の受付の締切を早めるよう求めた', 'Airlines were asked to close bag drop earlier'), t('運用調整室', 'Operations centre'), null, 'partly'],
      ],
      parties: [[site, 'department', ''], [t('設備の委託先', 'Equipment contractor'), 'contractor', t('搬送設備の保守', 'Maintains conveyors')], [t('運用調整室', 'Operations centre'), 'department', '']],
      systems: [t('搬送制御装置', 'Conveyor controllers'), t('保守端末', 'Maintenance laptop')],
      machines: [9, 9],
    },
    water: {
      cause: [t('回線契約の更新の担当が決まっていなかった', 'No one was named to renew the contract of the lines'), 'confirmed'],
      steps: [
        [t('巡回による監視に切り替えた', 'Staff went round the reservoirs by car'), site, 20, 'effective'],
        [t('通信会社に回線の再開を求めた', 'The carrier was asked to open the lines again'), it, 45, 'partly'],
        [t('46か所の回線を順に確認した', 'The lines of 46 sites were checked one by one'), t('通信会社', 'Carrier'), 1150, 'effective'],
      ],
      parties: [[site, 'department', ''], [it, 'department', ''], [t('通信会社', 'Carrier'), 'supplier', t('監視用の回線', 'Lines of supervision')]],
      systems: [t('遠方監視装置', 'Remote supervision'), t('配水池の通信装置', 'Radios at reservoirs')],
      machines: [46, 46],
      measures: t('契約の期限を設備の台帳で管理する。', 'Ends of contracts are kept in the register of equipment.'),
    },
    railway: {
      cause: [t('時刻装置の保守で日付の補正値を誤って登録した', 'A wrong date offset was entered during maintenance of the time server'), 'confirmed'],
      steps: [
        [t('改札を開放し、駅員の目視に切り替えた', 'Gates were opened and tickets checked by eye'), t('各駅', 'Stations'), 15, 'effective'],
        [t('時刻の配布を止めた', 'The time server was stopped'), it, 70, 'effective'],
        [t('改札機を1駅ずつ再起動した', 'Gates were restarted station by station'), t('改札機の保守会社', 'Gate maintainer'), 85, 'effective'],
      ],
      parties: [[t('各駅', 'Stations'), 'department', ''], [it, 'department', ''], [t('改札機の保守会社', 'Gate maintainer'), 'contractor', '']],
      systems: [t('時刻装置', 'Time server'), t('改札機', 'Ticket gates')],
      machines: [900, 1000],
    },
    clinics: {
      cause: [t('提供元の保管領域の制御装置の不具合', 'A defect of a storage controller at the provider'), 'presumed'],
      steps: [
        [t('紙の記録に切り替えた', 'Clinics changed to paper'), t('各診療所', 'Clinics'), 10, 'effective'],
        [t('提供元に状況を繰り返し問い合わせた', 'The provider was asked again and again'), t('本部', 'Head office'), 30, 'none'],
        [t('処方の履歴を薬局から取り寄せた', 'Prescriptions were fetched from pharmacies'), t('各診療所', 'Clinics'), null, 'partly'],
      ],
      parties: [[t('各診療所', 'Clinics'), 'department', ''], [t('本部', 'Head office'), 'department', ''], [t('サービスの提供元', 'Service provider'), 'supplier', t('診療記録サービス', 'Service for records')]],
      systems: [t('診療記録サービス', 'Service for records')],
    },
    city: {
      cause: [t('移転作業の手順に、消してはならない記録の確認がなかった', 'The procedure of the move did not check records that must stay'), 'confirmed'],
      steps: [
        [t('窓口で紙の申請を受け付けた', 'Applications were taken on paper'), t('市民課', 'Citizens’ desk'), 30, 'effective'],
        [t('名前解決の記録を登録し直した', 'The name records were entered again'), t('運用の委託先', 'Operations contractor'), 310, 'partly'],
        [t('古い情報が消えるまで別の入口を案内した', 'Another entrance was announced until old records expired'), it, 380, 'effective'],
      ],
      parties: [[t('市民課', 'Citizens’ desk'), 'department', ''], [it, 'department', ''], [t('運用の委託先', 'Operations contractor'), 'contractor', t('移転作業', 'Did the move')]],
      systems: [t('名前解決サーバー', 'Name server'), t('住民サービス', 'Resident services')],
    },
    bank: {
      cause: [t('試験用の宛先が本番の設定に残っていた', 'A test address was left in the settings in use'), 'confirmed'],
      steps: [
        [t('誤送信先に削除を依頼した', 'The recipient was asked to delete the lists'), t('営業部門', 'Sales department'), 60, 'effective'],
        [t('自動送信を止めた', 'Automatic sending was stopped'), it, 75, 'effective'],
      ],
      parties: [[t('営業部門', 'Sales department'), 'department', ''], [it, 'department', ''], [t('帳票の委託先', 'Forms contractor'), 'contractor', t('送信の設定', 'Set up sending')]],
      systems: [t('明細送信システム', 'System that sends statements')],
    },
    grid: {
      cause: [t('更新の対象の選び方に誤りがあった', 'The update chose the wrong meters'), 'likely'],
      steps: [
        [t('更新を止めた', 'The update was stopped'), it, 190, 'effective'],
        [t('推定値で料金の計算を続けた', 'Billing went on with estimates'), t('料金部門', 'Billing'), 600, 'partly'],
        [t('通信部を遠隔で再起動した', 'Meter radios were restarted remotely'), t('計量器の製造会社', 'Meter maker'), 930, 'effective'],
      ],
      parties: [[it, 'department', ''], [t('料金部門', 'Billing'), 'department', ''], [t('計量器の製造会社', 'Meter maker'), 'supplier', t('更新の作成', 'Made the update')]],
      systems: [t('計量器の通信部', 'Meter radios'), t('計量管理システム', 'Meter management')],
      machines: [28000, 32000],
    },
  }; // biome-ignore format: a story at one look
};
