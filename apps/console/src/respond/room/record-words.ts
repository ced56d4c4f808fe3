import { words } from '../../words.ts';

/** The record: accounts that differ, estimates as they moved, records of other organisations. */
export const RECORD = words({
  facts: { ja: '食い違う情報と見積もりの推移', en: 'Conflicting accounts and estimates' },
  none: {
    ja: '食い違いはありません。時系列の記録から、食い違う情報を追加できます。',
    en: 'No conflicts. You can add a conflicting account from a timeline entry.',
  },
  dispute: { ja: '食い違う情報の追加', en: 'Add conflicting account' },
  account: { ja: '食い違う内容', en: 'Conflicting information' },
  source: { ja: '情報源', en: 'Source' },
  firstTold: { ja: '最初の記録', en: 'original entry' },
  settle: { ja: '採用する情報の決定', en: 'Settle' },
  holds: { ja: '採用する情報', en: 'Accepted account' },
  neither: { ja: 'いずれでもない', en: 'none of these' },
  basis: { ja: '根拠', en: 'Basis' },
  openConflict: { ja: '未確定', en: 'unresolved' },
  held: { ja: '採用', en: 'accepted' },
  joint: { ja: '他組織との共同記録', en: 'Shared with other organisations' },
  noJoint: {
    ja: '同じ Sonae を利用する組織と、同一事象の記録を連携できます。',
    en: 'Link this incident with another organisation on this server that is affected by the same event.',
  },
  offer: { ja: '連携の申し出', en: 'Offer a link' },
  offered: { ja: '申し出中（{at}まで）', en: 'offered until {at}' },
  accept: { ja: '申し出の承諾', en: 'Accept offer' },
  code: { ja: '相手組織のコード', en: 'Code from the other organisation' },
  offerHint: {
    ja: '相手組織に渡すコードを発行します。連携後は、互いの状況（対応中・復旧・終了）と、共有したメッセージのみ閲覧できます。',
    en: 'Creates a code for the other organisation. Once linked, each side sees only the other’s status (open, resolved, closed) and the messages you exchange.',
  },
  giveCode: {
    ja: 'このコードを安全な方法で相手組織に渡してください。コードは一度しか表示されず、一度だけ使えます。',
    en: 'Send this code to the other organisation over a trusted channel. It is shown once and works once.',
  },
  tell: { ja: '相手組織への連絡', en: 'Send message' },
  tellText: { ja: '連絡内容（双方の記録に残ります）', en: 'Message (kept in both records)' },
  theirs: { ja: '相手組織の状況', en: 'Their status' },
  end: { ja: '連携の終了', en: 'End link' },
  ended: { ja: '終了', en: 'ended' },
});
