import type { z } from 'zod';
import type { REGISTERS } from '../../../../areas/prepare/register-kinds/words.ts';
import type { Speak } from './speak.ts';

type Entry<R extends keyof typeof REGISTERS> = z.input<(typeof REGISTERS)[R]['shape']>;
/** The day so many days from the founding, negative before it. */
export type Day = (days: number) => string;

/** Who stands around the utility. One contract ends soon, one says nothing of telling us at once, one certificate runs out. */
export const parties = (t: Speak, day: Day): Entry<'parties'>[] => [
  {
    key: 'kaida-instruments', kind: 'contractor',
    name: t('海田計装工業', 'Kaida Instruments'),
    contact: t('保守受付', 'Maintenance desk'), phone: '03-0000-0101', email: 'desk@kaida.invalid',
    hours: t('24時間', '24 hours'),
    contracts: [{
      title: t('計装・ポンプ設備の保守', 'Maintenance of instruments and pumps'), from: day(-347), until: day(18),
      notifyOnDetection: 'yes', emergencyContact: t('夜間受付', 'Night desk'), directLine: '070-0000-0101',
      assessEveryMonths: 12, assessedOn: day(-330),
    }],
    sheet: {
      configuration: t('取水・浄水の構成図（第6版）を共有', 'Shares drawing 6 of intake and treatment'),
      importance: t('取水は2時間、薬品注入は30分止められない', 'Intake may not stop for 2 hours, dosing not for 30 minutes'),
      duties: t('異常を検知したら、処置の前にまず電話', 'Phone us about any fault before fixing it'),
      acknowledgedOn: day(-120),
    },
  },
  {
    key: 'sawa-systems', kind: 'contractor', name: t('沢システムズ', 'Sawa Systems'),
    contact: t('運用窓口', 'Operations desk'), phone: '03-0000-0102', email: 'ops@sawa.invalid', hours: t('平日9時〜18時', 'Weekdays 9 to 18'),
    contracts: [{
      title: t('料金・監視制御システムの運用', 'Operation of billing and SCADA'), from: day(-200), until: day(530),
      notifyOnDetection: 'notStated', emergencyContact: t('当番携帯', 'On-call mobile'), directLine: '070-0000-0102',
      certifications: [{ name: 'ISO/IEC 27001', until: day(26) }],
      assessEveryMonths: 12, assessedOn: day(-190),
    }],
    sheet: {
      configuration: t('料金システムの構成一覧を共有', 'Shares the list of the billing system'),
      importance: t('検針の締め日は止められない', 'May not stop on meter-reading day'),
      duties: t('変更は前日までに連絡', 'Changes are told a day ahead'), acknowledgedOn: day(-410),
    },
  },
  {
    key: 'shiosai-cloud', kind: 'supplier', name: t('しおさいクラウド', 'Shiosai Cloud'),
    phone: '03-0000-0103', email: 'support@shiosai.invalid', hours: t('24時間', '24 hours'),
    contracts: [{
      title: t('ウェブ・ポータルの基盤', 'Hosting of website and portal'), from: day(-500), until: day(230),
      notifyOnDetection: 'yes', emergencyContact: t('障害受付', 'Incident desk'), directLine: '03-0000-0113',
      certifications: [{ name: 'ISMAP', until: day(300) }], assessEveryMonths: 12, assessedOn: day(-140),
    }],
  },
  {
    key: 'seto-telecom', kind: 'supplier', name: t('瀬渡通信', 'Seto Telecom'),
    phone: '03-0000-0104', hours: t('24時間', '24 hours'),
    contracts: [{
      title: t('回線・電話', 'Lines and telephony'), from: day(-700), until: day(400),
      notifyOnDetection: 'yes', emergencyContact: t('故障受付', 'Fault desk'), directLine: '03-0000-0114', assessEveryMonths: 24, assessedOn: day(-300),
    }],
  },
  {
    key: 'umine-soc', kind: 'contractor', name: t('うみね監視センター', 'Umine Security Centre'),
    phone: '03-0000-0105', email: 'soc@umine.invalid', hours: t('24時間', '24 hours'),
    contracts: [{
      title: t('セキュリティ監視（SOC）', 'Security monitoring (SOC)'), from: day(-260), until: day(105),
      notifyOnDetection: 'yes', emergencyContact: t('当直アナリスト', 'On-call analyst'), directLine: '03-0000-0115', assessEveryMonths: 12, assessedOn: day(-250),
    }],
  },
  { key: 'prefecture', kind: 'authority', name: t('県 生活衛生課', 'Prefecture, public health'), phone: '03-0000-0106', hours: t('平日・夜間は宿直', 'Weekdays; night duty after hours') },
  { key: 'ministry', kind: 'authority', name: t('国の水道担当課', 'Ministry, water supply division'), phone: '03-0000-0107', hours: t('平日・緊急は当番', 'Weekdays; duty officer in emergencies') },
  { key: 'neighbour', kind: 'peer', name: t('汐見町水道課', 'Shiomi Town waterworks'), phone: '03-0000-0108', note: t('応援給水の協定', 'Agreement to lend tankers') },
  { key: 'advisers', kind: 'expertBody', name: t('制御システムの専門家', 'Control system advisers'), phone: '03-0000-0109', email: 'advice@advisers.invalid' },
]; // biome-ignore format: partners at one look

export const calendars = (t: Speak, day: Day): Entry<'calendars'>[] => [
  { key: 'head-office', name: t('本局', 'Head office'), sites: ['site-head'], closedOn: [day(9)] },
  {
    key: 'plants', name: t('浄水場・配水場', 'Works'), sites: ['site-intake', 'site-east', 'site-north'],
    workdays: [1, 2, 3, 4, 5, 6, 7], publicHolidays: 'none', closures: [], dayFrom: '08:00', dayUntil: '20:00',
  },
]; // biome-ignore format: hours at one look

const mail = (who: string): string => `${who}@demo.invalid`;

/** Operations in two layers, information systems in one, with an evening nobody has taken yet. */
export const rosters = (t: Speak, day: Day): Entry<'rosters'>[] => [
  {
    key: 'operations', name: t('運転当直', 'Operations duty'), calendar: 'plants',
    layers: [
      { name: t('一次', 'First'), from: '08:30', until: '08:30', start: day(-364), turnDays: 1, members: ['mizuno', 'ito'].map((who) => ({ personId: mail(who) })) },
      { name: t('二次（指揮）', 'Second (command)'), from: '08:30', until: '08:30', start: day(-364), turnDays: 7, members: ['kawakami', 'hatano'].map((who) => ({ personId: mail(who) })) },
    ],
    overrides: [{ layer: 0, personId: mail('ito'), from: `${day(1)}T20:00`, until: `${day(2)}T08:30`, reason: t('水野さん 研修のため交代', 'Toru Mizuno is at a course') }],
    handOver: t('注意札の出ている設備、作業中の一覧、連絡の取れない人', 'Equipment with a notice on it, work in progress, people who cannot be reached'),
  },
  {
    key: 'systems-on-call', name: t('IT当番', 'IT on call'), calendar: 'head-office',
    layers: [{ name: t('当番', 'On call'), from: '08:30', until: '08:30', start: day(-364), turnDays: 7, members: ['oka', 'sakuma'].map((who) => ({ personId: mail(who) })) }],
    overrides: [{ layer: 0, personId: null, from: `${day(2)}T18:00`, until: `${day(3)}T08:30`, reason: t('交代要員を調整中', 'A stand-in is being arranged') }],
    handOver: t('止めている監視、未完了の変更', 'Monitoring that is off, changes not finished'),
  },
]; // biome-ignore format: turns at one look

export const leave = (t: Speak, day: Day): Entry<'leave'>[] => [
  {
    key: 'hatano-leave',
    name: t('波多野 聡 休暇', 'Satoshi Hatano, leave'),
    personId: mail('hatano'),
    from: day(5),
    until: day(8),
  },
];

/** None for failures of systems: pages then ask the duty list, which whoever opens the demonstration heads. */
export const callTrees = (t: Speak): Entry<'call-trees'>[] => {
  const causes = [
    ['cyberAttack', t('サイバー攻撃', 'Cyber attack')],
    ['naturalDisaster', t('自然災害', 'Natural disaster')],
  ] as const;
  const bands = [
    ['day', t('日中', 'daytime')],
    ['night', t('夜間', 'night')],
    ['holiday', t('休日', 'holidays')],
  ] as const;
  return causes.flatMap(([cause, what]) =>
    bands.map(([band, when]) => ({
      key: `${cause}.${band}`.toLowerCase(),
      name: t(`${what}・${when}`, `${what}, ${when}`),
      cause,
      band,
      steps:
        cause === 'cyberAttack' && band === 'day'
          ? [{ personId: mail('sakuma'), deputyIds: [mail('oka')] }, { roster: 'operations' }, { personId: mail('kawakami') }]
          : [{ roster: cause === 'cyberAttack' ? 'systems-on-call' : 'operations' }, { personId: mail('kawakami'), deputyIds: [mail('hatano')] }],
    })),
  );
}; // biome-ignore format: calls at one look

/** One that was derived from another, and one that nobody has tried. */
export const fallbacks = (t: Speak, day: Day): Entry<'fallbacks'>[] => [
  {
    key: 'manual-operation', name: t('現地での手動運転', 'Manual operation on site'), covers: ['supply', 'scada'], scenarios: ['systemFailure', 'naturalDisaster'],
    steps: [{ text: t('現地盤を手動に切り替える', 'Switch the local panel to manual') }, { text: t('30分ごとに水位と圧力を電話で伝える', 'Ring with level and pressure every 30 minutes') }],
    staffing: t('各場に2人', 'Two people at each site'), testedOn: day(-48),
  },
  {
    key: 'manual-under-attack', name: t('制御系を切り離しての手動運転', 'Manual operation, control network cut off'), covers: ['supply', 'water-quality'], scenarios: ['cyberAttack'],
    derivedFrom: 'manual-operation',
    assumptions: [{ was: t('監視画面は見られる', 'SCADA can be seen'), now: t('監視画面の値は信用しない', 'What SCADA shows is not believed') }],
    steps: [{ text: t('制御系ネットワークを切り離す', 'Cut the control network off') }, { text: t('残留塩素を1時間ごとに手分析', 'Measure residual chlorine manually every hour') }],
    staffing: t('各場に3人', 'Three people at each site'), testedOn: day(-21),
  },
  {
    key: 'paper-billing', name: t('紙の納付書での収納', 'Collection on paper'), covers: ['billing-service'], scenarios: ['systemFailure', 'supplierFailure'],
    steps: [{ text: t('窓口で納付書を手書きする', 'Write payment slips at the counter') }], staffing: t('窓口4人', 'Four at the counter'),
  },
]; // biome-ignore format: ways around at one look

export const outlets = (t: Speak): Entry<'outlets'>[] => [
  { key: 'status-page', name: t('公開の状況ページ', 'Public status page'), audiences: ['customers', 'public'], services: ['zone-1', 'zone-2', 'water-quality', 'billing-service', 'enquiries'] },
  { key: 'website', name: t('公式ウェブサイト', 'Public website'), audiences: ['customers', 'public', 'media'], needs: ['website'] },
  { key: 'phone-message', name: t('電話の自動音声', 'Recorded phone message'), audiences: ['customers'], needs: ['cti'] },
  { key: 'van', name: t('広報車', 'Loudspeaker van'), audiences: ['customers', 'public'] },
  { key: 'press', name: t('報道機関への連絡', 'Press'), audiences: ['media'] },
  { key: 'staff-mail', name: t('職員への一斉連絡', 'Message to all staff'), audiences: ['staff'], needs: ['mail'] },
]; // biome-ignore format: outlets at one look
