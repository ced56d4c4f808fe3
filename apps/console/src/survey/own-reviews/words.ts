import { words } from '../../words.ts';

export const OWN_REVIEW = words({
  title: { ja: '公表前の確認', en: 'Review before publication' },
  from: { ja: '{peer}から依頼（第{n}版、期限 {until}）', en: 'Asked by {peer}, edition {n}, due {until}' },
  intro: {
    ja: 'この資料は、貴組織の同意がある場合にのみ公表されます。部分ごとに意見を選択し、まとめて送付してください。',
    en: 'This document is published only with your consent. Choose what you think of each part and send it all at once.',
  },
  parts: { ja: '部分ごとの確認', en: 'Part by part' },
  kept: { ja: '同意済みの部分（{n}）', en: 'Parts you agreed to ({n})' },
  gone: {
    ja: '同意済みの部分のうち {n}か所は削除されています。',
    en: 'Parts you agreed to that were removed: {n}.',
  },
  none: { ja: '未選択', en: 'Not chosen' },
  choice: { ja: '意見', en: 'Your view' },
  text: { ja: '正しい内容、希望する表現、理由', en: 'What is correct, the wording you ask for, or why' },
  rest: {
    ja: '選択していない部分は、このままでよい',
    en: 'We agree to all parts for which nothing is chosen',
  },
  send: { ja: '意見を送付', en: 'Send comments' },
  sent: { ja: '意見を送付しました', en: 'Comments sent' },
  said: { ja: 'これまでの意見と回答', en: 'Your comments and the answers' },
  consent: { ja: '公表への同意', en: 'Consent to publication' },
  consentTo: {
    ja: 'この版（第{n}版）の内容と図を公表することに、組織として同意します。同意は受領から{days}日間有効で、いつでも撤回できます。',
    en: 'Our organisation consents to publication of edition {n}, text and figure. The consent is valid for {days} {days|day|days} from its receipt and can be withdrawn at any time.',
  },
  give: { ja: '同意を送付', en: 'Send the consent' },
  waiting: { ja: '受領待ち', en: 'Waiting for the receipt' },
  taken: { ja: '受領済み', en: 'Received' },
  refused: { ja: '受領されませんでした', en: 'Not received' },
  openFirst: {
    ja: '回答されていない意見が{n}件あるため、まだ同意できません。',
    en: 'Consent is not possible yet. Comments not answered: {n}.',
  },
  withdraw: { ja: '同意を撤回', en: 'Withdraw the consent' },
  withdrawHint: {
    ja: '撤回すると、この資料は公表されません。公表済みの場合は、公表を取りやめた旨の表示に置き換えられます。リンクから行った同意も撤回されます。',
    en: 'The document is not published. If it has been published, it is replaced by a note that it was withdrawn. A consent that was given by a link is withdrawn as well.',
  },
  reason: { ja: '理由（任意）', en: 'Reason (optional)' },
  withdrawalLine: { ja: '撤回を送付 {at}', en: 'Withdrawal sent {at}' },
  withdrawn: { ja: '撤回済み {at}', en: 'Withdrawn {at}' },
  until: { ja: '{at} まで有効', en: 'valid until {at}' },
  consentLine: { ja: '第{n}版 {by} {at}', en: 'Edition {n}, {by}, {at}' },
});
