import type { Incident } from '../beats.ts';
import type { Speak } from './speak.ts';

export const CONGESTION_DAYS_AGO = 152;
export const CONGESTION_AT = '14:10';

/** Five months ago: a flood of requests against the customer portal. */
export const congestion = (t: Speak): Incident => ({
  title: t('お客様ポータルに接続が集中', 'Flood of requests on the customer portal'),
  situation: 'ddos', severity: 2, site: null, drill: false, declaredBy: 'oka',
  note: t('監視センターから通信量の急増の連絡', 'The security centre reports a rise in traffic'),
  beats: [
    [1, 'oka', { is: 'event', text: t('ポータルへの通信量が平常の40倍', 'Traffic to the portal 40 times the usual'), figure: true }],
    [2, 'oka', { is: 'time', which: 'recognised' }],
    [3, 'oka', { is: 'system', asset: 'portal', state: 'affected' }],
    [4, 'seto', { is: 'event', text: t('「開かない」との問い合わせ31件', '31 calls: the page does not open'), figure: true }],
    [5, 'kawakami', { is: 'headquarters', room: t('本局3階 会議室', 'Meeting room, head office'), bridge: t('内線 7301', 'Extension 7301') }],
    [6, 'sakuma', { is: 'hypothesis', key: 'attack', text: t('サービスを止める攻撃である', 'It is an attack to stop the service'), why: t('送信元が多数の国に散らばる', 'Senders are spread over many countries'), test: t('しおさいクラウドに送信元を聞く', 'Ask Shiosai Cloud where it comes from'), cyber: true, minutes: 60 }],
    [8, 'kawakami', { is: 'task', key: 'filter', title: t('しおさいクラウドに遮断を依頼', 'Ask Shiosai Cloud to filter'), to: 'oka', minutes: 20, onTimeout: 'askVendor' }],
    [9, 'kawakami', { is: 'task', key: 'intrusion', title: t('侵入の痕跡の確認', 'Look for traces of an intrusion'), to: 'sakuma', minutes: 120 }],
    [12, 'kawakami', { is: 'decision', question: t('ポータルを止めるか', 'Take the portal down?'), options: [t('止める', 'Take it down'), t('遮断して続ける', 'Filter and go on')], decision: t('遮断して続ける', 'Filter and go on'), basis: t('料金システムに影響なし', 'Billing is not affected') }],
    [18, 'minato', { is: 'withhold', audience: 'customers', term: t('攻撃', 'attack'), reason: t('効果を知らせない', 'Its effect is not told') }],
    [20, 'minato', { is: 'statement', audience: 'customers', kind: 'start', outlet: 'status-page', services: [{ service: 'enquiries', state: 'affected' }], approved: ['minato', 'kawakami'], sent: true, text: t('お客様ポータルがつながりにくくなっています。お急ぎの方は電話でお問い合わせください。', 'The customer portal is hard to reach. In a hurry? Please ring us.') }],
    [24, 'oka', { is: 'response', text: t('しおさいクラウドが国外からの通信を遮断', 'Shiosai Cloud filtered traffic from abroad'), figure: true, judged: { by: 'sakuma', outcome: 'partly' } }],
    [25, 'oka', { is: 'done', task: 'filter', note: t('14時34分に遮断', 'Filtered at 14:34') }],
    [40, 'nagao', { is: 'report', dueIn: 240 }],
    [70, 'sakuma', { is: 'response', text: t('ログイン画面を静的な案内に差し替え', 'Sign-in replaced by a static notice'), figure: true, judged: { by: 'sakuma', outcome: 'effective' } }],
    [110, 'sakuma', { is: 'done', task: 'intrusion', note: t('侵入の跡なし', 'No trace of an intrusion') }],
    [150, 'oka', { is: 'event', text: t('通信量が平常に戻る', 'Traffic back to usual'), figure: true }],
    [155, 'oka', { is: 'time', which: 'contained' }],
    [160, 'kawakami', { is: 'settled', hypothesis: 'attack', state: 'supported', certainty: 'confirmed', outcome: t('提供者の記録で送信元が裏付けられた', 'The provider’s record bears it out') }],
    [170, 'oka', { is: 'system', asset: 'portal', state: 'restored' }],
    [171, 'oka', { is: 'time', which: 'restored' }],
    [172, 'kawakami', { is: 'time', which: 'resumed', noChecks: t('設備には触れていない', 'No equipment was touched') }],
    [175, 'minato', { is: 'statement', audience: 'customers', kind: 'end', outlet: 'status-page', approved: ['minato', 'kawakami'], sent: true, text: t('お客様ポータルは通常どおりご利用いただけます。', 'The customer portal works as usual.') }],
    [178, 'nagao', { is: 'submitted', stage: 'first', text: t('お客様ポータルの停止について第一報', 'First report on the customer portal'), receipt: 'R-0117' }],
    [180, 'kawakami', { is: 'cause', cause: 'attackEnded', note: t('遮断と攻撃の終息', 'Filtering, and the end of the attack') }],
    [182, 'kawakami', { is: 'stand-down', reason: t('通常の体制で足りる', 'Usual staffing is enough') }],
    [185, 'kawakami', { is: 'resolved', note: t('利用できる状態に戻った', 'It can be used again') }],
    [7_200, 'nagao', { is: 'submitted', stage: 'final', text: t('お客様ポータルの停止について確報', 'Final report on the customer portal'), receipt: 'R-0121' }],
    [7_300, 'kawakami', { is: 'closed', note: t('振り返りを終えた', 'Reviewed'), left: { plannedReports: t('経営層は対策本部に出席していた', 'Management sat in the headquarters'), police: t('被害届は出さないと決めた', 'It was decided not to file a complaint'), csirt: t('監視センターを通じて共有済み', 'Shared through the security centre') } }],
  ],
}); // biome-ignore format: minutes at one look
